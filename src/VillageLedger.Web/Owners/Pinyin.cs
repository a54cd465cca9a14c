using System.Globalization;
using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// The first letters of a name as it is spoken, for finding it by keyboard: 稻香村 is <c>dxc</c>. By the order of the Chinese collation, which is that of the sounds; a character with several sounds has that of its most usual one, but in words that bookkeepers use every day.
/// </summary>
internal static class Pinyin
{
    /// <summary>The first character of each letter; no word begins with i, u or v.</summary>
    private const string Firsts = "阿芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";

    private const string Letters = "abcdefghjklmnopqrstwxyz";

    /// <summary>Words in which a character has not the sound that the collation knows it by: 银行, not 进行.</summary>
    private static readonly (string Word, string Initials)[] Words =
    [
        ("银行", "yh"), ("商行", "sh"), ("农行", "nh"), ("工行", "gh"), ("建行", "jh"), ("中行", "zh"), ("分行", "fh"), ("支行", "zh"), ("央行", "yh"), ("行业", "hy"),
        ("会计", "kj"), ("长期", "cq"), ("长短", "cd"), ("调整", "tz"), ("调节", "tj"), ("重置", "cz"), ("重组", "cz"), ("重分类", "cfl"), ("单位", "dw"), ("折旧", "zj"),
        ("增长", "zz"), ("校验", "jy"), ("大厦", "ds"), ("会稽", "kj"), ("乐清", "yq"), ("石斛", "sh"), ("莘", "s"), ("圩", "w"), ("埭", "d"),
    ];

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Small letters and digits; what has no sound is left out.</summary>
    public static string InitialsOf(string? name)
    {
        var initials = new StringBuilder();
        var text = (name ?? "").Normalize(NormalizationForm.FormKC);
        foreach (var (word, letters) in Words) text = text.Replace(word, letters, StringComparison.Ordinal);
        foreach (var rune in text.EnumerateRunes())
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
