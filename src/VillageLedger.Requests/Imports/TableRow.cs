using System.Text.RegularExpressions;

namespace VillageLedger.Requests;

/// <summary>One row of a file, read by its columns. Every fault is kept with its row and column; a cell has at most one.</summary>
internal abstract partial class TableRow
{
    private readonly SheetRow row;
    private readonly List<Refusal> faults;
    private readonly HashSet<Column> refused = [];

    protected TableRow(Headings headings, SheetRow row, List<Refusal> faults)
    {
        (Headings, this.row, this.faults) = (headings, row, faults);
        for (var place = 0; place < row.Cells.Length; place++) Check(row.Cells[place], place);
    }

    /// <summary>Whether a cell was refused that is needed.</summary>
    public bool Failed => refused.Count > 0;

    public int Number => row.Number;

    protected Headings Headings { get; }

    /// <summary>The first cell that is not blank.</summary>
    protected Cell First => row.Cells.First(cell => !cell.IsBlank);

    public void Refuse(Column column, RefusalCode code, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        refused.Add(column);
        faults.Add(Refusal.Of(code, [("row", Number), ("column", Headings.NameOf(column)), ("value", Shown(Cell(column), column)), .. more]));
    }

    protected bool IsRefused(Column column) => refused.Contains(column);

    protected Cell Cell(Column column) => Headings.Cell(row, column);

    protected long? Amount(Column column)
    {
        if (Usable(column) is not { IsBlank: false } cell) return null;
        if (CellValues.TryAmount(cell, out var amount)) return amount.Fen;
        Refuse(column, RefusalCode.ImportAmountInvalid);
        return null;
    }

    protected string? OptionalText(Column column, int limit)
    {
        if (Usable(column) is not { IsBlank: false } cell) return null;
        if (cell.Text.Length <= limit) return cell.Text;
        Refuse(column, RefusalCode.ImportTextTooLong, ("limit", limit));
        return null;
    }

    protected Cell? Needed(Column column)
    {
        var cell = Usable(column);
        if (cell is not { IsBlank: true }) return cell;
        Refuse(column, RefusalCode.ImportCellMissing);
        return null;
    }

    protected Cell? Usable(Column column) => refused.Contains(column) ? null : Cell(column);

    /// <summary>合计, 小计 and the like under a page or the table.</summary>
    protected static bool IsTotalWord(Cell cell)
    {
        var word = string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c)));
        return TotalWord().IsMatch(word);
    }

    private void Check(Cell cell, int place)
    {
        if (cell.IsBlank) return;
        var column = Headings.MeaningOf(place);
        var code = !cell.IsClean ? RefusalCode.ImportCellUnclean
            : cell.IsError && column is not null ? RefusalCode.ImportCellError
            : cell.Number is null && (cell.IsFormula || (IsText(column) && cell.IsMinusFormula)) ? RefusalCode.ImportFormulaCell
            : (RefusalCode?)null;
        if (code is null) return;
        if (column is { } known) refused.Add(known);
        faults.Add(Refusal.Of(code.Value, ("row", Number), ("column", Headings.NameAt(place)), ("value", Shown(cell, column))));
    }

    private static bool IsText(Column? column) => column is not (null or Column.Debit or Column.Credit or Column.Amount or Column.Direction or Column.In or Column.Out or Column.Balance);

    /// <summary>A bank account may be a natural person's: no message quotes it.</summary>
    private static string Shown(Cell cell, Column? column) => column == Column.BankAccount && !cell.IsBlank ? "…" : cell.Shown;

    [GeneratedRegex("^(本页|本月|本期|凭证)?(合计|小计|总计)([:：].*)?$")]
    private static partial Regex TotalWord();
}
