using System.IO.Compression;
using System.Security;
using System.Text;

namespace VillageLedger.Pages.Tests;

/// <summary>A workbook of one sheet (.xlsx) whose cells are texts, as other programs export their vouchers.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="凭证" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(rows.Select((cells, row) => RowOf(cells, row + 1)))}</sheetData></worksheet>""");
        }

        return file.ToArray();
    }

    private static string RowOf(string[] cells, int row) =>
        $"""<row r="{row}">{string.Concat(cells.Select((text, place) => $"""<c r="{(char)('A' + place)}{row}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>"""))}</row>""";

    private static void Add(ZipArchive zip, string path, string xml)
    {
        var entry = zip.CreateEntry(path);
        // The same rows are the same file, whenever they are written.
        entry.LastWriteTime = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
        using var part = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }
}
