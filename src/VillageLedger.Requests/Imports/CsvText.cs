using System.Text;

namespace VillageLedger.Requests;

/// <summary>
/// The rows of a text by RFC 4180. Its own reader, since a fault must name its row: a quoted cell that is never closed would else swallow
/// the rest of the file in silence. A quote within an unquoted cell is part of its text (Φ5"管), as spreadsheets read it.
/// </summary>
internal sealed class CsvText(string text, char delimiter)
{
    /// <summary>How many cells a row can have; those further right have no meaning here.</summary>
    public const int MaxColumns = 256;

    private readonly StringBuilder quoted = new();
    private int row;

    /// <summary>How far the text is read, in characters.</summary>
    public int Position { get; private set; }

    /// <summary>Row and value of the first cell whose quotes do not match; reading ends there.</summary>
    public (int Row, string Value)? Misquoted { get; private set; }

    public IEnumerable<SheetRow> Rows()
    {
        var cells = new List<Cell>();
        while (Position < text.Length && Misquoted is null)
        {
            cells.Clear();
            row++;
            bool goesOn;
            do
            {
                var cell = NextCell(out goesOn);
                if (cells.Count < MaxColumns) cells.Add(Cell.Of(cell));
            }
            while (goesOn);
            if (Misquoted is null) yield return new(row, [.. cells]);
        }
    }

    /// <summary>Reads a cell and what ends it: a delimiter, after which the row goes on, or a line's or the text's end.</summary>
    private string NextCell(out bool goesOn)
    {
        var start = Position;
        var cell = start < text.Length && text[start] == '"' ? Quoted() : null;
        var rest = Position;
        while (Position < text.Length && text[Position] != delimiter && text[Position] is not ('\n' or '\r')) Position++;
        if (cell is not null && !text.AsSpan(rest, Position - rest).IsWhiteSpace()) Misquoted ??= (row, text[start..Position]);
        cell ??= text[rest..Position];
        goesOn = Position < text.Length && text[Position] == delimiter;
        if (Position < text.Length) Position += text.AsSpan(Position).StartsWith("\r\n") ? 2 : 1;
        return cell;
    }

    private string Quoted()
    {
        var start = Position++;
        quoted.Clear();
        while (Position < text.Length)
        {
            var c = text[Position++];
            if (c == '"' && (Position == text.Length || text[Position] != '"')) return quoted.ToString();
            if (c == '"') Position++;
            quoted.Append(c);
        }

        Misquoted = (row, text[start..]);
        return "";
    }
}
