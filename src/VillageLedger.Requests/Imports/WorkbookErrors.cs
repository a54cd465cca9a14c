using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace VillageLedger.Requests;

/// <summary>
/// The cells of an .xlsx that show an error (<c>#N/A</c>). ExcelDataReader 3.6 gives them as empty, so that a party that was not found
/// would be lost in silence. In .xls they stay empty.
/// </summary>
internal sealed class WorkbookErrors
{
    /// <summary>Nobody corrects more at a time; a sheet made of nothing else must not fill the memory.</summary>
    private const int MaxErrors = 10_000;

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<(int Row, int Column), string> errors = [];

    public static readonly WorkbookErrors None = new();

    /// <param name="zip">The workbook.</param>
    /// <param name="sheet">The sheet's name.</param>
    public static WorkbookErrors Of(ZipArchive zip, string sheet)
    {
        var found = new WorkbookErrors();
        if (PartOf(zip, sheet) is { } part && HasErrors(part)) found.Read(part);
        return found;
    }

    /// <summary>What a cell shows; both counted from 0.</summary>
    public string? At(int row, int column) => errors.Count > 0 && errors.TryGetValue((row, column), out var error) ? error : null;

    private static ZipArchiveEntry? PartOf(ZipArchive zip, string sheet)
    {
        var id = Document(zip, "xl/workbook.xml")?.Descendants().FirstOrDefault(node => node.Name.LocalName == "sheet" && (string?)node.Attribute("name") == sheet)?.Attribute(Relations + "id")?.Value;
        var target = Document(zip, "xl/_rels/workbook.xml.rels")?.Descendants().FirstOrDefault(node => (string?)node.Attribute("Id") == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static XDocument? Document(ZipArchive zip, string path)
    {
        if (zip.GetEntry(path) is not { } entry) return null;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream);
        return XDocument.Load(reader);
    }

    /// <summary>Few sheets have any: a look at the bytes spares the others a second reading.</summary>
    private static bool HasErrors(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false) is var read and > 0)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf("t=\"e\""u8) >= 0 || seen.IndexOf("t='e'"u8) >= 0) return true;
            kept = Math.Min(4, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private void Read(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream);
        var (row, column, isError) = (-1, -1, false);
        while (errors.Count < MaxErrors && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "row":
                    row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1;
                    column = -1;
                    break;
                case "c":
                    column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                    isError = reader.GetAttribute("t") == "e";
                    if (isError) errors[(row, column)] = "#";
                    break;
                case "v" when isError && reader.Read():
                    errors[(row, column)] = reader.Value;
                    break;
            }
        }
    }

    /// <summary>The column of a place such as <c>AB12</c>, from 0.</summary>
    private static int? ColumnOf(string? place)
    {
        var letters = place?.TakeWhile(char.IsAsciiLetterUpper).Take(3).ToList();
        return letters is { Count: > 0 } ? letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1 : null;
    }
}
