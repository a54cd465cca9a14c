using System.Text;

namespace VillageLedger;

/// <summary>
/// 大写金额, as 会计基础工作规范 art. 52(3)–(5) wants it: 人民币 without a gap, one 零 for consecutive zeros, 整 where the amount ends at yuan or jiao and none where it has fen. Of the two
/// forms that the article leaves open where the yuan digit is zero and the jiao is not, the one without 零. A red amount has 负 after 人民币.
/// </summary>
public static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Digits are read in groups of four: 仟佰拾 within one, 万 and 亿 between them; a 万 above 亿 counts 亿.</summary>
    private const int GroupSize = 10_000;

    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万"];

    /// <exception cref="ArgumentOutOfRangeException">The amount is beyond ±<see cref="Money.MaxFen"/>.</exception>
    public static string Of(Money amount)
    {
        if (!Money.Fits(amount.Fen)) throw new ArgumentOutOfRangeException(nameof(amount), amount.Fen, "No amount is as large as that.");
        var size = Math.Abs(amount.Fen);
        var (yuan, jiao, fen) = (size / 100, (int)(size / 10 % 10), (int)(size % 10));
        var text = new StringBuilder(amount.Fen < 0 ? "人民币负" : "人民币");
        if (yuan > 0) Append(text, yuan).Append('元');
        else if (size == 0) text.Append("零元");
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        else if (yuan > 0 && fen > 0) text.Append('零');
        return (fen > 0 ? text.Append(Digits[fen]).Append('分') : text.Append('整')).ToString();
    }

    private static StringBuilder Append(StringBuilder text, long yuan)
    {
        var groups = new List<int>();
        for (var left = yuan; left > 0; left /= GroupSize) groups.Add((int)(left % GroupSize));
        var gap = false;
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            var isEmpty = groups[i] == 0;
            if (!isEmpty) AppendGroup(text, groups[i], gap || (i < groups.Count - 1 && groups[i] < GroupSize / 10));
            // 亿 stands even after an empty group where 万 of them went before: 壹万亿.
            if (!isEmpty || (i == 2 && groups.Count > 3)) text.Append(Groups[i]);
            gap = isEmpty;
        }

        return text;
    }

    /// <param name="afterGap">Whether zeros stand between this group and what was written before.</param>
    private static void AppendGroup(StringBuilder text, int group, bool afterGap)
    {
        var zero = afterGap;
        var (place, size) = (3, 1_000);
        for (; place >= 0; place--, size /= 10)
        {
            var digit = group / size % 10;
            if (digit == 0)
            {
                // Zeros before the first digit of all are no zeros; those at a group's end are not written.
                zero = zero || (group / size > 0 && group % size > 0);
                continue;
            }

            if (zero) text.Append(Digits[0]);
            text.Append(Digits[digit]).Append(Places[place]);
            zero = false;
        }
    }
}
