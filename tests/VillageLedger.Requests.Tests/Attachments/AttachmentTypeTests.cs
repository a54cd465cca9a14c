using System.IO.Compression;
using System.Text;

namespace VillageLedger.Requests.Tests.Attachments;

/// <summary>What a file is, is told by its content.</summary>
public sealed class AttachmentTypeTests
{
    [Theory]
    [InlineData("JVBERi0xLjcK", "pdf")]
    [InlineData("/9j/4AAQSkZJRg==", "jpeg")]
    [InlineData("iVBORw0KGgoAAAAN", "png")]
    [InlineData("R0lGODlhAQAB", null)]
    [InlineData("TVqQAAMAAAA=", null)]
    [InlineData("", null)]
    [InlineData("UEsDBAAA", null)]
    [InlineData("0M8R4KGxGuE=", null)]
    public void A_type_is_told_by_the_first_bytes(string base64, string? type) => AttachmentType.Of(Convert.FromBase64String(base64)).ShouldBe(type);

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><EInvoice><Header/></EInvoice>", "xml")]
    [InlineData("\ufeff<EInvoice/>", "xml")]
    [InlineData("<EInvoice>", null)]
    [InlineData("<html><script/></html>", null)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", null)]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", null)]
    [InlineData("金额 100", null)]
    public void Xml_is_well_formed_and_names_no_other_files(string text, string? type) => AttachmentType.Of(Encoding.UTF8.GetBytes(text)).ShouldBe(type);

    [Theory]
    [InlineData("ofd", "OFD.xml", "Doc_0/Document.xml")]
    [InlineData("xlsx", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("docx", "[Content_Types].xml", "word/document.xml")]
    [InlineData("zip", "a.txt")]
    public void An_archive_is_told_by_its_names(string type, params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) archive.CreateEntry(name);
        AttachmentType.Of(bytes.ToArray()).ShouldBe(type);
    }
}
