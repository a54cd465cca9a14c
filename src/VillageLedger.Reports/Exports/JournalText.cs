using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>
/// Texts of users on their way into a journal. A journal is line by line: whoever gets a line break, a comment sign or a date tag through
/// could write transactions of his own. So texts are put on one line, and signs that mean something there into full width.
/// </summary>
internal static class JournalText
{
    /// <summary>One line, single spaces, no control or format characters (bidirectional overrides hide what a line says).</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>One line in which each sign of a list stands in full width: <c>;</c> is <c>；</c> (U+FF01 to U+FF5E mirror ASCII).</summary>
    public static string WithWide(string text, string signs) =>
        string.Concat(OneLine(text).Select(c => signs.Contains(c, StringComparison.Ordinal) ? (char)(c + 0xFEE0) : c));

    /// <summary>Letters, digits and single hyphens.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) plain.Append(rune);
            else if (plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        return plain.ToString().TrimEnd('-');
    }

    /// <summary>
    /// An owner as a part of an account's name: <c>village-330110112201</c>. Where an id has signs that no name can have, a digest keeps
    /// it apart from the id that looks the same without them.
    /// </summary>
    public static string Owner(string owner)
    {
        var plain = Plain(owner);
        var slash = owner.IndexOf('/', StringComparison.Ordinal);
        var isPlain = slash > 0 && plain == string.Concat(owner.AsSpan(0, slash), "-", owner.AsSpan(slash + 1));
        return isPlain ? plain : $"{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)))[..8]}";
    }

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Yuan with two decimals, without thousands separators.</summary>
    public static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{(fen < 0 ? "-" : "")}{Math.Abs(fen) / 100}.{Math.Abs(fen) % 100:D2}");

    public static string Lower(VoucherKind kind) => kind.ToString().ToLowerInvariant();
}
