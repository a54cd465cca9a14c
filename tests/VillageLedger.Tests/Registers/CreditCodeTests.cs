namespace VillageLedger.Tests;

public sealed class CreditCodeTests
{
    /// <summary>Codes of public record; the first is the example of GB 32100-2015.</summary>
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91330100799655058B")]
    [InlineData("914403001922038216")]
    [InlineData("9144030071526726XG")]
    [InlineData("91110108551385082Q")]
    [InlineData("91110000802100433B")]
    public void Codes_of_public_record_are_valid_and_no_single_change_of_a_character_is(string code)
    {
        CreditCode.IsValid(code).ShouldBeTrue();
        for (var i = 0; i < code.Length; i++)
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(c => c != code[i]))
                CreditCode.IsValid(code[..i] + other + code[(i + 1)..]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("9135010OM000100Y43")]
    [InlineData("91350100m000100y43")]
    [InlineData("９1350100M000100Y43")]
    [InlineData("91350100M000100Y43 ")]
    public void Other_letters_and_lengths_are_not(string code) => CreditCode.IsValid(code).ShouldBeFalse();
}
