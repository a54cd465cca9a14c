namespace VillageLedger;

/// <summary>Fields of requests on questions.</summary>
internal static class QuestionFields
{
    /// <summary>Characters of a question or an answer.</summary>
    public const int MaxText = 1_000;

    private const int MaxRow = 400;
    private const int FirstYear = 1900;
    private const int LastYear = 9999;

    public static string Text(Fields fields) => Plain(fields, "text", fields.Text("text", MaxText));

    public static string? OptionalText(Fields fields, string name) => fields.OptionalText(name, MaxText) is { } text ? Plain(fields, name, text) : null;

    public static AskedFigure ReadFigure(Fields part) => new(
        Named(part, "report"), Plain(part, "row", part.Text("row", MaxRow)), Named(part, "column"), part.Whole("position", 0, Money.MaxFen), part.Optional<Month>("month"), ReadYear(part),
        part.OptionalText("options", MaxRow) is { } options ? Plain(part, "options", options) : null);

    /// <summary>That a day lies before another one.</summary>
    public static Refusal? CheckNotBefore(string field, DateOnly day, DateOnly first) =>
        day < first ? Refusal.Of(RefusalCode.FieldInvalid, ("field", field), ("value", VoucherRules.Text(day)), ("expected", "≥ " + VoucherRules.Text(first))) : null;

    private static string Named(Fields part, string name)
    {
        var text = part.Text(name, Ids.MaxLength);
        if (!part.Failed && !Ids.IsValid(text)) part.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", part.PathOf(name)), ("value", text), ("expected", RequestId.Expected)));
        return text;
    }

    private static int? ReadYear(Fields part)
    {
        if (part.OptionalCount("year", LastYear) is not { } year) return null;
        if (year < FirstYear) part.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", part.PathOf("year")), ("value", year), ("expected", $"{FirstYear}–{LastYear}")));
        return year;
    }

    /// <summary>Facts are for ever: a number that a person is known by is refused, and not quoted. Names cannot be told from other words.</summary>
    private static string Plain(Fields fields, string name, string text)
    {
        if (PersonalNumbers.LooksLike(text)) fields.Refuse(Refusal.Of(RefusalCode.PersonalNumberInText, ("field", fields.PathOf(name))));
        return text;
    }
}
