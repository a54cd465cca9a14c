namespace VillageLedger;

/// <summary>Reads the terms of a contract and checks that a schedule follows from them.</summary>
internal static class ScheduleFields
{
    private const int MaxMonths = 1_200;

    /// <summary>No contract runs longer, and none beyond the last day that is a date everywhere.</summary>
    private const int MaxYears = 100;
    private static readonly DateOnly LastDay = new(2299, 12, 31);

    public static ContractSchedule Read(Fields fields, string name)
    {
        var schedule = fields.OptionalPart(name, ReadPart);
        if (schedule is null && !fields.Failed) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", fields.PathOf(name))));
        return schedule ?? new();
    }

    public static Attachment? Document(Fields fields) => fields.OptionalPart("document", part =>
    {
        var document = new Attachment(part.Text("name"), part.Text("sha256", 64));
        if (document.Sha256.Length != 64 || !document.Sha256.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')) Invalid(part, part.Place + ".sha256", document.Sha256, "[0-9a-f]{64}");
        return document;
    });

    /// <summary>Why no schedule follows from terms between two days.</summary>
    public static Refusal? Check(ContractSchedule terms, DateOnly from, DateOnly to)
    {
        var latest = from > LastDay.AddYears(-MaxYears) ? LastDay : from.AddYears(MaxYears);
        if (to < from || to > latest) return Invalid("to", VoucherRules.Text(to), $"{VoucherRules.Text(from)} – {VoucherRules.Text(latest)}");
        foreach (var (i, part) in (terms.Instalments ?? []).Index())
            if (part.From < from || part.To > to || part.To < part.From)
                return Invalid($"schedule.instalments[{i + 1}]", $"{VoucherRules.Text(part.From)} – {VoucherRules.Text(part.To)}", $"{VoucherRules.Text(from)} – {VoucherRules.Text(to)}");
        var total = Schedule.TotalOf(terms, from, to);
        if (total > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return total == 0 ? Invalid("schedule", "0", "> 0") : null;
    }

    private static ContractSchedule ReadPart(Fields part)
    {
        var terms = new ContractSchedule(
            part.OptionalWord("every", [.. Schedule.MonthsOf.Keys]), part.OptionalAmountOrZero("amountFen"), part.OptionalWord("due", "advance", "arrears"),
            part.OptionalCount("dueDay", 31), part.OptionalWord("periods", "contract", "calendar"), part.OptionalCount("rentFreeMonths", MaxMonths),
            Some(part.OptionalItems("rentFree", ReadFree, 100)), Some(part.OptionalItems("steps", ReadStep, 1_000)), part.OptionalPart("raise", ReadRaise), Some(part.OptionalItems("instalments", ReadInstalment, 1_000)));
        part.RefuseOthers();
        if (part.Failed) return terms;
        if (terms.DueDay == 0) Invalid(part, part.PathOf("dueDay"), 0, "1–31");
        if (terms.Every is null != terms.AmountFen is null || (terms.Every is null && terms != new ContractSchedule(Instalments: terms.Instalments)))
            Invalid(part, part.Place, "…", $"{part.PathOf("every")} | {part.PathOf("amountFen")}");
        if (terms.Every is null && terms.Instalments is null) Invalid(part, part.Place, "{ }", $"{part.PathOf("every")} | {part.PathOf("instalments")}");
        var steps = terms.Steps ?? [];
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.First.From >= pair.Second.From)) Invalid(part, part.PathOf("steps"), "[ … ]", "from < from < …");
        return terms;
    }

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T>? items) => items is { Count: > 0 } ? items : null;

    private static RentFree ReadFree(Fields item)
    {
        var free = new RentFree(item.Date("from"), item.Date("to"));
        if (!item.Failed && free.To < free.From) Invalid(item, item.PathOf("to"), VoucherRules.Text(free.To), "≥ " + VoucherRules.Text(free.From));
        return free;
    }

    private static RentStep ReadStep(Fields item) => new(item.Value<Month>("from"), item.AmountOrZero("amountFen"));

    private static RentRaise ReadRaise(Fields part) => new((int)part.Whole("everyMonths", 1, MaxMonths), (int)part.Whole("ratePpm", 1, AllocationTerms.MaxRatePpm));

    private static AgreedInstalment ReadInstalment(Fields item)
    {
        var due = item.Date("due");
        return new(due, item.PositiveAmount("amountFen"), item.OptionalDate("from") ?? due, item.OptionalDate("to") ?? item.OptionalDate("from") ?? due);
    }

    private static void Invalid(Fields fields, string field, object value, string expected) => fields.Refuse(Invalid(field, value, expected));

    internal static Refusal Invalid(string field, object value, string expected) => Refusal.Of(RefusalCode.FieldInvalid, ("field", field), ("value", value), ("expected", expected));
}
