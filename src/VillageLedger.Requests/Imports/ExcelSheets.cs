using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace VillageLedger.Requests;

/// <summary>Reads the sheet of vouchers or payments in a workbook (.xlsx, .xls). A workbook of any other content is refused, never thrown.</summary>
internal static class ExcelSheets
{
    /// <summary>As wide as .xls can be; columns further right are no vouchers'.</summary>
    public const int MaxColumns = CsvText.MaxColumns;

    /// <summary>Unpacked size of all parts of an .xlsx: ten times the largest file, which real workbooks of 50,000 rows stay far below.</summary>
    private const long MaxUnpackedBytes = 200L * 1024 * 1024;

    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static ReadOnlySpan<byte> Zip => "PK"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    public static bool IsWorkbook(ReadOnlySpan<byte> content) => content.StartsWith(Zip) || content.StartsWith(CompoundFile);

    public static Sheet? Read(string name, ReadOnlyMemory<byte> content, ColumnSet columns, List<Refusal> faults, Action<long, long>? progress)
    {
        try
        {
            using var zip = content.Span.StartsWith(Zip) ? new ZipArchive(StreamOf(content), ZipArchiveMode.Read) : null;
            if (zip is not null && CheckUnpacked(zip) is { } bomb) return Refused(faults, bomb);
            using var reader = ExcelReaderFactory.CreateReader(StreamOf(content), new() { FallbackEncoding = Encoding.GetEncoding("GB18030"), LeaveOpen = false });
            return Read(reader, sheet => zip is null ? WorkbookErrors.None : WorkbookErrors.Of(zip, sheet), columns, faults, progress);
        }
#pragma warning disable CA1031 // The reader throws whatever a spoilt workbook makes it stumble over; it reads memory only, so nothing else can be meant.
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            faults.Clear();
            return Refused(faults, Refusal.Of(RefusalCode.ImportFileInvalid, ("file", Cell.Show(name))));
        }
    }

    private static Sheet? Read(IExcelDataReader reader, Func<string, WorkbookErrors> errorsOf, ColumnSet columns, List<Refusal> faults, Action<long, long>? progress)
    {
        Headings? best = null;
        SheetRows? rows = null;
        var sheets = new List<string>();
        do
        {
            if (reader.VisibleState != "visible") continue;
            var errors = errorsOf(reader.Name);
            var top = new List<SheetRow>();
            while (top.Count < Headings.SearchedRows && Next(reader, errors) is { } row) top.Add(row);
            if (Headings.Find(top, columns) is not { } headings) continue;
            if (best is null || headings.Count > best.Count) best = headings;
            if (headings.Faults().Any()) continue;
            sheets.Add(Cell.Show(reader.Name));
            if (rows is not null) continue;
            best = headings;
            rows = new(headings, progress);
            if (!AddAll(reader, errors, top, rows, headings, faults)) return null;
        }
        while (reader.NextResult());

        if (sheets.Count > 1) return Refused(faults, Refusal.Of(RefusalCode.ImportSeveralSheets, ("sheets", string.Join(", ", sheets))));
        if (rows is not null) return rows.Complete(faults);
        faults.AddRange(best?.Faults() ?? [Refusal.Of(RefusalCode.ImportEmpty)]);
        return null;
    }

    private static bool AddAll(IExcelDataReader reader, WorkbookErrors errors, List<SheetRow> top, SheetRows rows, Headings headings, List<Refusal> faults)
    {
        foreach (var row in top.Where(row => row.Number > headings.Row.Number))
            if (!rows.Add(row, faults)) return false;
        while (Next(reader, errors) is { } row)
        {
            if (!rows.Add(row, faults)) return false;
            if (row.Number % 1_000 == 0) rows.Report(row.Number, reader.RowCount);
        }

        rows.Report(reader.RowCount, reader.RowCount);
        return true;
    }

    private static SheetRow? Next(IExcelDataReader reader, WorkbookErrors errors)
    {
        if (!reader.Read()) return null;
        var cells = new Cell[Math.Min(reader.FieldCount, MaxColumns)];
        for (var i = 0; i < cells.Length; i++) cells[i] = errors.At(reader.Depth, i) is { } error ? Cell.Of(error) : Cell.Of(reader.GetValue(i));
        return new(reader.Depth + 1, cells);
    }

    /// <summary>The sizes that a zip declares are those that its reader unpacks at most.</summary>
    private static Refusal? CheckUnpacked(ZipArchive zip)
    {
        var unpacked = zip.Entries.Aggregate((Int128)0, (sum, entry) => sum + entry.Length);
        return unpacked > MaxUnpackedBytes ? Refusal.Of(RefusalCode.ImportExpandsTooFar, ("limit", MaxUnpackedBytes / (1024 * 1024))) : null;
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var part)
            ? new(part.Array!, part.Offset, part.Count, writable: false)
            : new(content.ToArray(), writable: false);

    private static Sheet? Refused(List<Refusal> faults, Refusal refusal)
    {
        faults.Add(refusal);
        return null;
    }
}
