using System.Globalization;

namespace VillageLedger;

/// <summary>The citizen identity number (公民身份号码, GB 11643-1999): 6 digits of a place, a day of birth, 3 digits and a check character by ISO 7064 MOD 11-2.</summary>
public static class IdentityNumber
{
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == Length && number[..17].All(char.IsAsciiDigit)
            && DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year >= 1850
            && CheckCharacter(number[..17]) == char.ToUpperInvariant(number[17]);
    }

    /// <summary>The 18th character for the first 17.</summary>
    public static char CheckCharacter(string first17)
    {
        ArgumentNullException.ThrowIfNull(first17);
        return CheckCharacters[first17.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];
    }
}
