using System.Globalization;
using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// The first letters of a name as it is spoken, for finding it by keyboard: 稻香村 is <c>dxc</c>. By the order of the Chinese collation, which is that of the sounds; a character with several sounds has that of its most usual one.
/// </summary>
internal static class Pinyin
{
    /// <summary>The first character of each letter; no word begins with i, u or v.</summary>
    private const string Firsts = "阿芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";

    private const string Letters = "abcdefghjklmnopqrstwxyz";

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Small letters and digits; what has no sound is left out.</summary>
    public static string InitialsOf(string? name)
    {
        var initials = new StringBuilder();
        foreach (var rune in (name ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune)) initials.Append((char)Rune.ToLowerInvariant(rune).Value);
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter && LetterOf(rune.ToString()) is { } letter) initials.Append(letter);
        }

        return initials.ToString();
    }

    private static char? LetterOf(string character)
    {
        for (var i = Firsts.Length - 1; i >= 0; i--)
            if (Order.Compare(character, Firsts, i, 1) >= 0) return Letters[i];
        return null;
    }

    private static int Compare(this CompareInfo order, string character, string among, int at, int length) => order.Compare(character, 0, character.Length, among, at, length, CompareOptions.None);
}
