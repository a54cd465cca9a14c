namespace VillageLedger;

/// <summary>The unified social credit code (GB 32100-2015): 17 characters and a check character, weights 3^i mod 31.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsValid(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 18 && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && CheckCharacter(code[..17]) == code[17];
    }

    /// <summary>The 18th character for the first 17.</summary>
    public static char CheckCharacter(string first17)
    {
        ArgumentNullException.ThrowIfNull(first17);
        var (sum, weight) = (0, 1);
        foreach (var c in first17)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }
}
