using System.IO.Compression;
using System.Xml;

namespace VillageLedger.Requests;

/// <summary>What a file is, by its content alone: what it is called says nothing.</summary>
public static class AttachmentType
{
    /// <summary>Every type that is kept.</summary>
    public static readonly IReadOnlyList<string> All = ["pdf", "jpeg", "png", "ofd", "xlsx", "docx", "zip", "xml"];

    /// <summary>The type of a file's content, or null where it is none that is kept.</summary>
    public static string? Of(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.AsSpan() switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "pdf",
            [0xff, 0xd8, 0xff, ..] => "jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "png",
            [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(content),
            _ => IsXml(content) ? "xml" : null,
        };
    }

    /// <summary>By the names in its directory; nothing is unpacked.</summary>
    private static string? OfArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // GB/T 33190: the entry of an OFD is OFD.xml.
            if (names.Contains("OFD.xml")) return "ofd";
            if (!names.Contains("[Content_Types].xml")) return "zip";
            return names.Contains("xl/workbook.xml") ? "xlsx" : names.Contains("word/document.xml") ? "docx" : "zip";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Well-formed, without a document type (which could name other files), and nothing that a browser would run.</summary>
    private static bool IsXml(byte[] content)
    {
        if (!content.AsSpan(0, Math.Min(content.Length, 64)).Contains((byte)'<')) return false;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            reader.MoveToContent();
            if (reader.LocalName.ToLowerInvariant() is "html" or "svg") return false;
            while (reader.Read())
            {
                // The whole file must be well-formed.
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
