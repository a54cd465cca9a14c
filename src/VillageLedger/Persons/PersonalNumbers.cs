using System.Text.RegularExpressions;

namespace VillageLedger;

/// <summary>Finds numbers of natural persons in texts where they do not belong: facts are for ever.</summary>
public static partial class PersonalNumbers
{
    /// <summary>
    /// Whether a text holds what looks like an identity number (a right check character and a day of birth) or like the number of a bank card (16 to 19
    /// digits that begin with 62, UnionPay's prefix, and keep Luhn's check: ISO/IEC 7812). Full-width digits and blanks between digits count as digits do.
    /// </summary>
    public static bool LooksLike(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Blank().Replace(string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'Ｘ' or 'ｘ' ? 'X' : c)), "");
        return Run().Matches(folded).Any(run => IdentityNumber.IsValid(run.Value) || IsBankCard(run.Value));
    }

    private static bool IsBankCard(string digits) => digits.Length is >= 16 and <= 19 && digits.StartsWith("62", StringComparison.Ordinal) && digits.All(char.IsAsciiDigit) && IsLuhn(digits);

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 / 10 + digit * 2 % 10;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<=[0-9])\s+(?=[0-9])")]
    private static partial Regex Blank();

    [GeneratedRegex("[0-9]+[Xx]?")]
    private static partial Regex Run();
}
