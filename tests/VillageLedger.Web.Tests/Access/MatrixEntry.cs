using System.Text;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>A line of <c>matrix.csv</c>: what an address tells whom.</summary>
internal sealed record MatrixEntry(string Method, string Path, string Who, string About, string Ask, string Body)
{
    public static readonly IReadOnlyList<MatrixEntry> All =
        [.. Resource.Text("matrix.csv").ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(Cells).Select(cells => new MatrixEntry(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))];

    /// <summary>Whether somebody is answered where it is about what he sees.</summary>
    public bool IsFor(Role? role, bool isSignedIn) => Who == "anyone" || (isSignedIn && (Who == "all" || (role is { } one && Who.Split(' ').Contains(one.Name()))));

    /// <summary>The address without its braces: what is asked stands in the place of the path's own.</summary>
    public string Address => (Ask.StartsWith('/') ? Path.Split("/{")[0] : Path) + Ask;

    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }

        return [.. cells, cell.ToString()];
    }
}
