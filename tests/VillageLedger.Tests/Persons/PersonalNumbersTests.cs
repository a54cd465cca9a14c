namespace VillageLedger.Tests;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("m-11010519491231002X")]
    [InlineData("身份证：440524188001010014，已核")]
    [InlineData("440524 18800101 0014")]
    [InlineData("４４０５２４１８８００１０１００１４")]
    [InlineData("6222021234567890128")]
    [InlineData("6222 0212 3456 7890 128")]
    public void Identity_and_bank_card_numbers_are_found(string text) => PersonalNumbers.LooksLike(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("m-0001")]
    [InlineData("330110112201-000123")]
    [InlineData("330110112201000123")]
    [InlineData("91330110MA2AAAAA1X")]
    [InlineData("440524188001010015")]
    [InlineData("6222021234567890129")]
    [InlineData("1440524188001010014")]
    [InlineData("2025-06-30 2025-07-31")]
    [InlineData("（2021）浙0110执1号")]
    [InlineData("13800000000")]
    public void Ids_codes_and_dates_are_not(string text) => PersonalNumbers.LooksLike(text).ShouldBeFalse();
}
