namespace VillageLedger.Requests;

/// <summary>Reads a table of text with comma, tab or semicolon between the cells, whichever makes most of the heading.</summary>
internal static class CsvSheet
{
    private static readonly char[] Delimiters = [',', '\t', ';'];

    public static Sheet? Read(ReadOnlyMemory<byte> content, ColumnSet columns, List<Refusal> faults, Action<long, long>? progress)
    {
        var (readings, isUtf8, spoiltRow) = FileText.Read(content.Span);
        if (readings.Count == 0) return Refused(faults, Refusal.Of(RefusalCode.ImportEncoding, ("row", spoiltRow)));
        var likeliest = (from text in readings
                         from delimiter in Delimiters
                         let headings = Headings.Find(new CsvText(text, delimiter).Rows(), columns)
                         where headings is not null
                         orderby headings.Count descending
                         select (Text: text, Delimiter: delimiter, Headings: headings)).FirstOrDefault();
        if (likeliest.Headings is not { } found) return Refused(faults, Refusal.Of(RefusalCode.ImportEmpty));
        // A text without one known heading whose bytes are no UTF-8 is GB18030 by its form only: most likely a third encoding.
        if (found.Count == 0 && !isUtf8) return Refused(faults, Refusal.Of(RefusalCode.ImportEncoding, ("row", spoiltRow)));
        faults.AddRange(found.Faults());
        return faults.Count == 0 ? Read(new CsvText(likeliest.Text, likeliest.Delimiter), found, likeliest.Text.Length, faults, progress) : null;
    }

    private static Sheet? Read(CsvText text, Headings headings, int length, List<Refusal> faults, Action<long, long>? progress)
    {
        var rows = new SheetRows(headings, progress);
        foreach (var row in text.Rows())
        {
            if (row.Number > headings.Row.Number && !rows.Add(row, faults)) return null;
            if (row.Number % 1_000 == 0) rows.Report(text.Position, length);
        }

        if (text.Misquoted is { } cell) return Refused(faults, Refusal.Of(RefusalCode.ImportQuoteMisplaced, ("row", cell.Row), ("value", Cell.Show(cell.Value))));
        rows.Report(length, length);
        return rows.Complete(faults);
    }

    private static Sheet? Refused(List<Refusal> faults, Refusal refusal)
    {
        faults.Add(refusal);
        return null;
    }
}
