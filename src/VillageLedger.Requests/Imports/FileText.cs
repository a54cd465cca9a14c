using System.Text;

namespace VillageLedger.Requests;

/// <summary>
/// The text of a file in UTF-8 (with or without BOM) or GB18030, the encodings that Chinese programs write. Nothing is replaced: a byte that
/// fits neither refuses the file, as does what only another encoding explains (the NULs of UTF-16, C1 controls, U+FFFD).
/// </summary>
internal static class FileText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>
    /// The text in each encoding that it can be in, the likelier first; whether UTF-8 is one; and the furthest row that an encoding
    /// could be read to.
    /// </summary>
    public static (IReadOnlyList<string> Readings, bool IsUtf8, int SpoiltRow) Read(ReadOnlySpan<byte> content)
    {
        var hasBom = content.StartsWith(Encoding.UTF8.Preamble);
        if (hasBom) content = content[Encoding.UTF8.Preamble.Length..];
        var readings = new List<string>();
        var isUtf8 = false;
        var spoiltRow = 0;
        foreach (var encoding in hasBom ? (Encoding[])[Utf8] : [Utf8, Gb18030])
        {
            try
            {
                var text = encoding.GetString(content);
                isUtf8 |= encoding == Utf8;
                if (SpoiltAt(text) is not { } place) readings.Add(text);
                else spoiltRow = Math.Max(spoiltRow, 1 + text.AsSpan(0, place).Count('\n'));
            }
            catch (DecoderFallbackException fault)
            {
                spoiltRow = Math.Max(spoiltRow, 1 + content[..Math.Clamp(fault.Index, 0, content.Length)].Count((byte)'\n'));
            }
        }

        return (readings, isUtf8, spoiltRow);
    }

    /// <summary>A single NUL in a cell is that cell's fault; where every tenth character is one, the file is UTF-16.</summary>
    private static int? SpoiltAt(string text)
    {
        var lost = text.AsSpan().IndexOfAny(Lost);
        if (lost >= 0) return lost;
        return text.AsSpan().Count('\0') > text.Length / 10 ? text.IndexOf('\0', StringComparison.Ordinal) : null;
    }

    /// <summary>U+FFFD and the C1 controls.</summary>
    private static readonly System.Buffers.SearchValues<char> Lost = System.Buffers.SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), '\uFFFD']);
}
