namespace VillageLedger.Requests;

/// <summary>Collects the rows below a heading and stops where a file holds more than one append can take.</summary>
internal sealed class SheetRows(Headings headings, Action<long, long>? progress)
{
    /// <summary>Rows with the empty ones: what a sheet of Excel can have. A file of blank lines ends here.</summary>
    private const int MaxRowNumber = 1_048_576;

    private readonly List<SheetRow> rows = [];

    /// <summary>Takes a row; false when it is one too many.</summary>
    public bool Add(SheetRow row, List<Refusal> faults)
    {
        if (row.Number <= MaxRowNumber && (row.IsBlank || headings.IsRepeatedBy(row))) return true;
        if (row.Number <= MaxRowNumber && rows.Count < VoucherFile.MaxRows)
        {
            rows.Add(row);
            return true;
        }

        faults.Clear();
        faults.Add(Refusal.Of(RefusalCode.ImportTooManyRows, ("row", row.Number), ("limit", VoucherFile.MaxRows)));
        return false;
    }

    public void Report(long done, long total) => progress?.Invoke(Math.Min(done, total), total);

    public Sheet? Complete(List<Refusal> faults)
    {
        if (rows.Count == 0) faults.Add(Refusal.Of(RefusalCode.ImportEmpty));
        return faults.Count == 0 ? new(headings, rows) : null;
    }
}
