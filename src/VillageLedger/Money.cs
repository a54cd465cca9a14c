using System.Globalization;

namespace VillageLedger;

/// <summary>
/// An amount of renminbi as a count of fen (1 yuan = 100 fen). Adding is checked: what leaves ±<see cref="MaxFen"/> throws
/// <see cref="OverflowException"/>. There is no multiplication or division; whatever splits an amount must sum exactly.
/// </summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>The largest amount and the largest sum, in fen: 2^53 − 1, the largest whole number that JavaScript and RFC 8785 keep exactly.</summary>
    public const long MaxFen = 9_007_199_254_740_991;

    public static readonly Money Zero;

    public static bool Fits(long fen) => fen is >= -MaxFen and <= MaxFen;

    public static Money operator +(Money left, Money right) => Checked((Int128)left.Fen + right.Fen);

    public static Money operator -(Money left, Money right) => Checked((Int128)left.Fen - right.Fen);

    public static Money operator -(Money amount) => new(-amount.Fen);

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    private static Money Checked(Int128 fen) =>
        fen >= -MaxFen && fen <= MaxFen ? new((long)fen) : throw new OverflowException("A sum of fen leaves the bounds of ±(2^53 − 1).");

    /// <summary>
    /// Reads an amount in yuan as people type and export it: <c>1,000.00</c>, <c>１，０００．００</c>, <c>￥12.5</c>, <c>-3</c>, <c>(3.00)</c>, <c>（3）</c>.
    /// Refuses more than two decimals, exponents, misplaced thousands separators, blanks and anything beyond the bound.
    /// </summary>
    public static bool TryParse(string? text, out Money amount)
    {
        amount = default;
        var digits = string.Concat((text ?? "").Select(HalfWidth)).Trim();
        var negative = false;
        if (digits.StartsWith('(') && digits.EndsWith(')'))
            (negative, digits) = (true, WithoutSign(digits[1..^1].Trim()));
        else
        {
            digits = WithoutSign(digits);
            if (digits.StartsWith('-')) (negative, digits) = (true, WithoutSign(digits[1..]));
        }

        if (!IsPlainNumber(digits)) return false;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var yuan = (point < 0 ? digits : digits[..point]).Replace(",", "", StringComparison.Ordinal);
        var cents = point < 0 ? "00" : digits[(point + 1)..].PadRight(2, '0');
        if (yuan.Length > 15 || !long.TryParse(yuan + cents, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) || !Fits(fen)) return false;
        amount = new(negative ? -fen : fen);
        return true;
    }

    /// <summary>
    /// Full-width forms (U+FF01–FF5E) and the other signs for minus and yuan. Nothing else is folded: Unicode's compatibility forms would read 10² as 102.
    /// </summary>
    private static char HalfWidth(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '\u2212' => '-',
        '\uffe5' => '¥',
        _ => c,
    };

    private static string WithoutSign(string digits) => digits.StartsWith('¥') ? digits[1..].TrimStart() : digits;

    /// <summary>Digits, in groups of three where separated at all, then at most two decimals.</summary>
    private static bool IsPlainNumber(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? "" : digits[(point + 1)..];
        if (point >= 0 && decimals.Length is 0 or > 2) return false;
        var groups = whole.Split(',');
        return decimals.All(char.IsAsciiDigit)
            && groups.All(g => g.Length > 0 && g.All(char.IsAsciiDigit))
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3)));
    }

    /// <summary>Yuan with two decimals and thousands separators: <c>-1,234.50</c>.</summary>
    public override string ToString()
    {
        var fen = (Int128)Fen;
        var size = fen < 0 ? -fen : fen;
        return string.Create(CultureInfo.InvariantCulture, $"{(fen < 0 ? "-" : "")}{size / 100:N0}.{(long)(size % 100):D2}");
    }
}
