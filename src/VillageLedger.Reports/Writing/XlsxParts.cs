using System.Xml.Linq;

namespace VillageLedger.Reports;

/// <summary>What a workbook has beside its sheet and its styles: what is in it, whose it is, how it is printed.</summary>
internal static class XlsxParts
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private const string Relations = Office + "relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The kind of a document's own properties, as ECMA-376 names it.</summary>
    private const string OwnProperty = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = Relations;

    public static IEnumerable<(string Name, string Content)> Of(ReportTable table, XlsxLayout layout, string sheetName, Language language, string? fingerprint)
    {
        yield return ("[Content_Types].xml", ContentTypes());
        yield return ("_rels/.rels", RelationsOf(
            ("rId1", Relations + "/officeDocument", "xl/workbook.xml"), ("rId2", Package + "relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", Relations + "/extended-properties", "docProps/app.xml"), ("rId4", Relations + "/custom-properties", "docProps/custom.xml")));
        yield return ("docProps/core.xml", Core(table, language));
        yield return ("docProps/app.xml", Text(new XElement((XNamespace)(Office + "extended-properties") + "Properties", new XElement((XNamespace)(Office + "extended-properties") + "Application", "VillageLedger"))));
        yield return ("docProps/custom.xml", Own(table, fingerprint));
        yield return ("xl/workbook.xml", Workbook(layout, sheetName));
        yield return ("xl/_rels/workbook.xml.rels", RelationsOf(("rId1", Relations + "/worksheet", "worksheets/sheet1.xml"), ("rId2", Relations + "/styles", "styles.xml")));
    }

    /// <summary>Whose, of when, and as known when, in one line.</summary>
    public static string SubjectOf(ReportTable table, Language language) => Texts.Of(
        "cli.report.sheet-subject", language, ("subject", table.Subject), ("position", table.AsOf.Position), ("recordedAt", table.AsOf.RecordedAt is { } at ? ReportTime.Format(at) : "—"));

    private static string ContentTypes()
    {
        XNamespace types = Package + "content-types";
        return Text(new XElement(types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("/xl/workbook.xml", Types + "spreadsheetml.sheet.main+xml"), Override("/xl/worksheets/sheet1.xml", Types + "spreadsheetml.worksheet+xml"),
            Override("/xl/styles.xml", Types + "spreadsheetml.styles+xml"), Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            Override("/docProps/app.xml", Types + "extended-properties+xml"), Override("/docProps/custom.xml", Types + "custom-properties+xml")));

        XElement Override(string part, string type) => new(types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));
    }

    private static string RelationsOf(params ReadOnlySpan<(string Id, string Type, string Target)> all)
    {
        XNamespace package = Package + "relationships";
        var root = new XElement(package + "Relationships");
        foreach (var (id, type, target) in all) root.Add(new XElement(package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
        return Text(root);
    }

    private static string Core(ReportTable table, Language language)
    {
        XNamespace core = Package + "metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var root = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", Texts.Of("report." + table.Report, language)), new XElement(dc + "subject", SubjectOf(table, language)), new XElement(dc + "creator", "VillageLedger"));
        // When its newest fact was recorded, not when the file was made: the same report is the same file.
        if (table.AsOf.RecordedAt is { } at) root.Add(new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        return Text(root);
    }

    private static string Own(ReportTable table, string? fingerprint)
    {
        XNamespace own = Office + "custom-properties";
        XNamespace types = Office + "docPropsVTypes";
        // Numbers of the document's own properties begin at 2.
        var number = 2;
        var root = new XElement(own + "Properties", new XAttribute(XNamespace.Xmlns + "vt", types), Property("report", "lpwstr", table.Report), Property("position", "i8", table.AsOf.Position));
        if (fingerprint is not null) root.Add(Property("fingerprint", "lpwstr", fingerprint));
        return Text(root);

        XElement Property(string name, string type, object value) => new(own + "property", new XAttribute("fmtid", OwnProperty), new XAttribute("pid", number++), new XAttribute("name", name), new XElement(types + type, value));
    }

    private static string Workbook(XlsxLayout layout, string sheetName) => Text(new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(Main + "bookViews", new XElement(Main + "workbookView")),
        new XElement(Main + "sheets", new XElement(Main + "sheet", new XAttribute("name", sheetName), new XAttribute("sheetId", 1), new XAttribute(R + "id", "rId1"))),
        // The heads are repeated on every page.
        new XElement(Main + "definedNames", new XElement(Main + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", 0), $"'{sheetName}'!$1:${layout.HeadingRow}"))));

    private static string Text(XElement root) => """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + root.ToString(SaveOptions.DisableFormatting);
}
