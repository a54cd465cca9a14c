namespace VillageLedger.Tests;

public sealed class IdentityNumberTests
{
    /// <summary>The examples of GB 11643.</summary>
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    public void The_standards_examples_are_valid_and_no_single_change_of_a_character_is(string number)
    {
        IdentityNumber.IsValid(number).ShouldBeTrue();
        for (var i = 0; i < number.Length; i++)
            foreach (var other in "0123456789X".Where(c => c != number[i])) IdentityNumber.IsValid(number[..i] + other + number[(i + 1)..]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("11010519491231002")]
    [InlineData("11010519491231002XX")]
    [InlineData("1101051949123100２X")]
    [InlineData("11010519491231002*")]
    public void Other_lengths_and_characters_are_not(string number) => IdentityNumber.IsValid(number).ShouldBeFalse();

    [Fact]
    public void A_day_that_is_not_in_the_calendar_is_not()
    {
        const string First = "11010519490230002";
        IdentityNumber.IsValid(First + IdentityNumber.CheckCharacter(First)).ShouldBeFalse();
    }
}
