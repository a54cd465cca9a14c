namespace VillageLedger.Requests;

/// <summary>A table of cells that begins with its heading, from whichever format.</summary>
/// <param name="Rows">The rows below the heading that are not empty.</param>
internal sealed record Sheet(Headings Headings, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of cells.</summary>
/// <param name="Number">As a spreadsheet counts, from 1, empty rows included.</param>
internal sealed record SheetRow(int Number, Cell[] Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);

    public Cell At(int column) => column >= 0 && column < Cells.Length ? Cells[column] : Cell.Blank;
}
