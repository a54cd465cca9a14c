using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

/// <summary>Writes the smallest .xlsx that holds given cells: texts, doubles, dates, and raw XML for what no library would write.</summary>
internal static class Workbook
{
    public static byte[] Of(params object?[][] rows) => OfSheets(("Sheet1", rows));

    public static byte[] OfSheets(params (string Name, object?[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Write(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Write(zip, "xl/styles.xml", """<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            foreach (var (sheet, i) in sheets.Select((sheet, i) => (sheet, i + 1))) Write(zip, $"xl/worksheets/sheet{i}.xml", SheetXml(sheet.Rows));
        }

        return stream.ToArray();
    }

    /// <summary>A cell of given XML, between <c>c r=".."</c> and its end.</summary>
    public sealed record Raw(string Attributes, string Content);

    public static void Write(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private static string SheetXml(object?[][] rows)
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Length; column++) Append(xml, $"{(char)('A' + column)}{row + 1}", rows[row][column]);
            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Append(StringBuilder xml, string place, object? value) => _ = value switch
    {
        null or "" => xml,
        string text => xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>"),
        DateTime date => xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"1\"><v>{date.ToOADate():R}</v></c>"),
        Raw raw => xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" {raw.Attributes}>{raw.Content}</c>"),
        _ => xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{Convert.ToDouble(value, CultureInfo.InvariantCulture):R}</v></c>"),
    };
}
