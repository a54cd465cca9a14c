using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>A fault of a file at its cell.</summary>
/// <param name="Row">As a spreadsheet counts, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's heading; null where the whole row is meant.</param>
/// <param name="Cell">Its address: <c>C5</c>.</param>
internal sealed record FaultAnswer(int Row, string? Column, string? Cell, string Code, string Message)
{
    /// <summary>What a refusal names that stands in a column of that meaning.</summary>
    private static readonly string[] Named = ["account", "party", "date", "month", "number", "type"];

    public static FaultAnswer Of(ImportFault fault, FilePreview? preview, Language language)
    {
        var column = ColumnOf(fault.Refusal, preview);
        return new(
            fault.Row, column?.Heading ?? fault.Refusal.Values.GetValueOrDefault("column"), column is null || fault.Row == 0 ? null : FormattableString.Invariant($"{column.Letter}{fault.Row}"),
            fault.Refusal.StableCode, fault.Refusal.Message(language));
    }

    private static PreviewColumn? ColumnOf(Refusal refusal, FilePreview? preview)
    {
        if (preview is null) return null;
        if (refusal.Values.TryGetValue("column", out var named)) return preview.Columns.FirstOrDefault(column => column.Heading == named) ?? preview.Columns.FirstOrDefault(column => column.Letter == named);
        var field = Named.FirstOrDefault(refusal.Values.ContainsKey) is "month" ? "date" : Named.FirstOrDefault(refusal.Values.ContainsKey);
        return field is null ? null : preview.Columns.FirstOrDefault(column => column.Field == field);
    }
}
