using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>An accounting month, written <c>2025-06</c>; accounting years are calendar years (会计法 art. 11).</summary>
[JsonConverter(typeof(TextConverter<Month>))]
public readonly record struct Month : IComparable<Month>, IText<Month>
{
    public static string Expected => "2025-06";

    private readonly int index;

    private Month(int index) => this.index = index;

    public Month(int year, int number)
    {
        if (year is < 1900 or > 9999 || number is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(number));
        index = year * 12 + number - 1;
    }

    public int Year => index / 12;

    /// <summary>1 to 12.</summary>
    public int Number => index % 12 + 1;

    /// <summary>As tables keep it: 202506.</summary>
    public int Key => Year * 100 + Number;

    public Month Next => new(index + 1);

    public Month Previous => new(index - 1);

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    public static Month OfKey(int key) => new(key / 100, key % 100);

    /// <summary>How many months this lies after <paramref name="other"/>; negative when before.</summary>
    public int Since(Month other) => index - other.index;

    public Month Plus(int months) => new(index + months);

    public int CompareTo(Month other) => index.CompareTo(other.index);

    public static bool operator <(Month left, Month right) => left.index < right.index;

    public static bool operator >(Month left, Month right) => left.index > right.index;

    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    public static bool TryParse([NotNullWhen(true)] string? text, out Month value)
    {
        value = default;
        if (text is not { Length: 7 } || text[4] != '-') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (!int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (year < 1900 || number is < 1 or > 12) return false;
        value = new(year, number);
        return true;
    }

    /// <summary>All months from this to <paramref name="last"/>, both included.</summary>
    public IEnumerable<Month> To(Month last)
    {
        for (var month = this; month <= last; month = month.Next) yield return month;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");
}
