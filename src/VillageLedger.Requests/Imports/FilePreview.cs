namespace VillageLedger.Requests;

/// <summary>What a file can be imported as.</summary>
public enum FileKind
{
    Vouchers,
    Openings,
    BankStatements,
}

/// <summary>The columns of each kind of file.</summary>
public static class FileKinds
{
    /// <summary>What a column can be said to mean: <c>date</c>, <c>account</c> …, in the usual order.</summary>
    public static IReadOnlyList<string> FieldsOf(FileKind kind) => ColumnsOf(kind).Fields;

    internal static ColumnSet ColumnsOf(FileKind kind) => kind switch
    {
        FileKind.Vouchers => VoucherColumns.All,
        FileKind.Openings => OpeningFile.Columns,
        _ => StatementColumns.All,
    };
}

/// <summary>A column of a file.</summary>
/// <param name="Letter">As a spreadsheet counts: A, B … AA.</param>
/// <param name="Field">What it means; null where it has no meaning here.</param>
public sealed record PreviewColumn(string Letter, string Heading, string? Field);

/// <summary>A row of a file as it stands there.</summary>
/// <param name="Row">As a spreadsheet counts, from 1.</param>
public sealed record PreviewRow(int Row, IReadOnlyList<string> Cells);

/// <summary>A file as it stands: its heading, what each column means, and its first rows; also where columns are missing, so that somebody can say which they are.</summary>
/// <param name="RowsInAll">Rows below the heading that are not empty.</param>
public sealed record FilePreview(int HeadingRow, IReadOnlyList<PreviewColumn> Columns, IReadOnlyList<PreviewRow> Rows, int RowsInAll)
{
    /// <param name="columns">Headings of the file, by the names of <see cref="FileKinds"/>, where they are others than usual.</param>
    /// <param name="most">How many rows are given.</param>
    /// <returns>Null where the file holds no table.</returns>
    public static FilePreview? Read(FileKind kind, string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string>? columns, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (VoucherFile.CheckSize(content.Length) is not null) return null;
        var set = FileKinds.ColumnsOf(kind).With(columns);
        if (VoucherFile.SheetOf(name, content, set, [], null) is not { } sheet)
        {
            // The row that looks most like a heading is found first, then read as one whatever it lacks.
            var best = 0;
            VoucherFile.SheetOf(name, content, set with { Missing = headings => Note(headings) }, [], null);
            if (VoucherFile.SheetOf(name, content, set with { Missing = headings => LikenessOf(headings) == best ? [] : [set.Names.Keys.First()] }, [], null) is not { } found) return null;
            sheet = found;

            IEnumerable<Column> Note(Headings headings)
            {
                best = Math.Max(best, LikenessOf(headings));
                return [set.Names.Keys.First()];
            }
        }

        return Of(sheet, most);
    }

    private static int LikenessOf(Headings headings) => headings.Count * 10_000 + headings.Row.Cells.Count(cell => !cell.IsBlank);

    private static FilePreview Of(Sheet sheet, int most)
    {
        var width = Math.Max(sheet.Headings.Row.Cells.Length, sheet.Rows.Take(most).Select(row => row.Cells.Length).DefaultIfEmpty().Max());
        return new(
            sheet.Headings.Row.Number,
            [.. Enumerable.Range(0, width).Select(place => new PreviewColumn(Headings.LetterOf(place), sheet.Headings.Row.At(place).Shown, sheet.Headings.MeaningOf(place) is { } column ? ColumnSet.FieldOf(column) : null))],
            [.. sheet.Rows.Take(most).Select(row => new PreviewRow(row.Number, [.. Enumerable.Range(0, width).Select(place => row.At(place).Shown)]))],
            sheet.Rows.Count);
    }
}
