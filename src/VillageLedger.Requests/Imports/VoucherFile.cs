using System.Globalization;
using System.Security.Cryptography;

namespace VillageLedger.Requests;

/// <summary>
/// Reads a file of vouchers (.csv, .xlsx, .xls) as other programs export them. Pure: it knows no book and no chart, so that accounts,
/// parties, balance and months are left to the decider. A file is taken whole or not at all.
/// </summary>
public static class VoucherFile
{
    /// <summary>20 MiB: some 200,000 lines of CSV, more than <see cref="MaxRows"/> ever need.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Rows below the heading, empty ones not counted: one file is one append.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Refuses a file by its length in bytes, before anything of it is read.</summary>
    public static Refusal? CheckSize(long bytes) => bytes <= MaxBytes
        ? null
        : Refusal.Of(
            RefusalCode.ImportTooLarge,
            ("size", (bytes / (1024m * 1024m)).ToString("N1", CultureInfo.InvariantCulture)), ("limit", MaxBytes / (1024 * 1024)));

    /// <summary>Reads a file that is in memory. Never throws for what the file holds.</summary>
    /// <param name="name">The file's name; what it is, is told by its content first.</param>
    /// <param name="progress">Called now and then with (done, total), in rows of a sheet or characters of a text.</param>
    /// <param name="objects">What the objects of the file are here.</param>
    /// <param name="columns">Headings of the file, by the names of <see cref="FileKinds"/>, where they are others than usual.</param>
    public static VoucherFileContent Read(
        string name, ReadOnlyMemory<byte> content, Action<long, long>? progress = null, ObjectMap? objects = null, IReadOnlyDictionary<string, string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        objects ??= ObjectMap.None;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var faults = new List<Refusal>();
        IReadOnlyList<ImportedVoucher> vouchers = [];
        if (objects.Faults.Count > 0) return new(sha256, [], objects.Faults);
        if (CheckSize(content.Length) is { } tooLarge) faults.Add(tooLarge);
        else if (SheetOf(name, content, VoucherColumns.All.With(columns), faults, progress) is { } sheet) vouchers = VoucherRows.Read(sheet, faults, objects);
        return faults.Count == 0 ? new(sha256, vouchers, faults) : new(sha256, [], faults) { Readable = vouchers };
    }

    /// <summary>The table of a workbook or text; null when a fault was added.</summary>
    internal static Sheet? SheetOf(string name, ReadOnlyMemory<byte> content, ColumnSet columns, List<Refusal> faults, Action<long, long>? progress)
    {
        if (ExcelSheets.IsWorkbook(content.Span)) return ExcelSheets.Read(name, content, columns, faults, progress);
        // Web programs often give the name .xls to a table of text, which Excel opens too; .xlsx is never anything but a zip.
        if (!name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return CsvSheet.Read(content, columns, faults, progress);
        faults.Add(Refusal.Of(RefusalCode.ImportFileInvalid, ("file", Cell.Show(name))));
        return null;
    }
}
