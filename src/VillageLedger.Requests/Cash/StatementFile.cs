using System.Security.Cryptography;

namespace VillageLedger.Requests;

/// <summary>What a bank's statement file holds.</summary>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hex digits.</param>
/// <param name="Lines">Oldest first, each with its row in the file; none when there is any fault.</param>
/// <param name="Faults">All that is wrong, in order of rows; each names row, column and value, and the remedy.</param>
public sealed record StatementFileContent(string Sha256, IReadOnlyList<(int Row, StatementLine Line)> Lines, IReadOnlyList<Refusal> Faults);

/// <summary>Reads a bank's statement (.csv in UTF-8 or GB18030, .xlsx, .xls), oldest or newest first. Pure; taken whole or not at all.</summary>
public static class StatementFile
{
    /// <summary>Reads a file that is in memory. Never throws for what the file holds.</summary>
    /// <param name="name">The file's name; what it is, is told by its content first.</param>
    /// <param name="columns">Headings of the file, by the names of <see cref="StatementColumns"/>, where they are others than usual.</param>
    public static StatementFileContent Read(string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var faults = new List<Refusal>();
        var lines = new List<(int Row, StatementLine Line)>();
        if (VoucherFile.CheckSize(content.Length) is { } tooLarge) faults.Add(tooLarge);
        else if (VoucherFile.SheetOf(name, content, StatementColumns.All.With(columns), faults, null) is { } sheet) ReadRows(sheet, lines, faults);
        return new(sha256, faults.Count == 0 ? OldestFirst(lines) : [], faults);
    }

    private static void ReadRows(Sheet sheet, List<(int Row, StatementLine Line)> lines, List<Refusal> faults)
    {
        foreach (var row in sheet.Rows)
        {
            var found = new List<Refusal>();
            var read = new StatementRow(sheet.Headings, row, found);
            if (read.IsTotal) continue;
            if (read.Read() is { } line) lines.Add((row.Number, line));
            faults.AddRange(found);
        }

        if (lines.Count == 0 && faults.Count == 0) faults.Add(Refusal.Of(RefusalCode.ImportEmpty));
        if (lines.Count > RecordStatement.MaxLines) faults.Add(Refusal.Of(RefusalCode.ImportTooManyRows, ("row", lines[RecordStatement.MaxLines].Row), ("limit", RecordStatement.MaxLines)));
    }

    /// <summary>Many banks write the newest first: the dates tell, within one day the balances.</summary>
    private static List<(int Row, StatementLine Line)> OldestFirst(List<(int Row, StatementLine Line)> lines)
    {
        if (lines.Count < 2 || lines[0].Line.Date < lines[^1].Line.Date) return lines;
        var turned = Enumerable.Reverse(lines).ToList();
        return lines[0].Line.Date > lines[^1].Line.Date || (!Follows(lines) && Follows(turned)) ? turned : lines;
    }

    private static bool Follows(List<(int Row, StatementLine Line)> lines) => lines.Zip(lines.Skip(1)).All(pair =>
        pair.First.Line.BalanceFen is not { } before || pair.Second.Line.BalanceFen is not { } after || (Int128)before + pair.Second.Line.AmountFen == after);
}
