namespace VillageLedger.Requests;

/// <summary>Puts the rows of a sheet together to vouchers.</summary>
internal sealed class VoucherRows
{
    private readonly Headings headings;
    private readonly List<Refusal> faults;
    private readonly List<Draft> drafts = [];
    private readonly Dictionary<(DateOnly Date, string Type, string Number), Draft> byKey = [];
    private Draft? current;
    private bool begun;

    private VoucherRows(Headings headings, List<Refusal> faults) => (this.headings, this.faults) = (headings, faults);

    /// <returns>The vouchers without those of which a row was refused.</returns>
    public static IReadOnlyList<ImportedVoucher> Read(Sheet sheet, List<Refusal> faults, ObjectMap objects)
    {
        var rows = new VoucherRows(sheet.Headings, faults);
        foreach (var row in sheet.Rows) rows.Take(new(sheet.Headings, row, faults, objects));
        var vouchers = rows.drafts.ConvertAll(draft => draft.Complete(sheet.Headings, faults));
        if (vouchers.Count == 0 && faults.Count == 0) faults.Add(Refusal.Of(RefusalCode.ImportEmpty));
        return faults.Count == 0 ? vouchers : [.. vouchers.Where((voucher, i) => !rows.drafts[i].IsBroken && voucher.Summary.Length > 0)];
    }

    private void Take(VoucherRow row)
    {
        if (row.IsTotal) return;
        if (!row.ContinuesVoucher || !begun) current = row.Voucher() is { } key ? DraftOf(key, row.Number) : null;
        begun = true;
        var summary = row.Summary();
        // Where its voucher is refused the row is read all the same: its own faults are to be told, too.
        var draft = current ?? new Draft(row.Number, default);
        draft.Agree(row, Column.AttachmentCount, row.AttachmentCount()?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (headings.Has(Column.PreparedBy)) draft.Agree(row, Column.PreparedBy, row.Person(Column.PreparedBy));
        if (headings.Has(Column.ReviewedBy)) draft.Agree(row, Column.ReviewedBy, row.Person(Column.ReviewedBy));
        if (row.Line() is { } line) draft.Lines.Add((line with { Summary = summary }, row.Number));
        else draft.IsBroken = true;
    }

    private Draft DraftOf((DateOnly Date, string Type, string Number) key, int row)
    {
        if (byKey.TryGetValue(key, out var draft)) return draft;
        draft = new(row, key);
        drafts.Add(draft);
        byKey.Add(key, draft);
        return draft;
    }

    /// <summary>A voucher of which rows are still to come.</summary>
    private sealed class Draft(int firstRow, (DateOnly Date, string Type, string Number) key)
    {
        private readonly Dictionary<Column, (string Value, int Row)> agreed = [];

        public List<(VoucherLine Line, int Row)> Lines { get; } = [];

        public bool IsBroken { get; set; }

        /// <summary>What concerns the whole voucher stands in its first row or in all; where rows differ, nobody here can tell which is right.</summary>
        public void Agree(VoucherRow row, Column column, string? value)
        {
            if (value is null || agreed.TryAdd(column, (value, row.Number)) || agreed[column].Value == value) return;
            row.Refuse(column, RefusalCode.ImportValuesDiffer, ("other", agreed[column].Value), ("otherRow", agreed[column].Row));
        }

        public ImportedVoucher Complete(Headings headings, List<Refusal> faults)
        {
            var summary = Lines.Select(line => line.Line.Summary).FirstOrDefault(text => text is not null);
            if (summary is null && !IsBroken)
                faults.Add(Refusal.Of(RefusalCode.ImportCellMissing, ("row", firstRow), ("column", headings.NameOf(Column.Summary)), ("value", "")));
            return new(
                firstRow, key.Type, key.Number, key.Date, summary ?? "", Agreed(Column.AttachmentCount) is { } count ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0,
                Lines.ConvertAll(line => line.Line.Summary == summary ? line.Line with { Summary = null } : line.Line), Agreed(Column.PreparedBy), Agreed(Column.ReviewedBy))
            {
                LineRows = Lines.ConvertAll(line => line.Row),
            };
        }

        private string? Agreed(Column column) => agreed.TryGetValue(column, out var value) ? value.Value : null;
    }
}
