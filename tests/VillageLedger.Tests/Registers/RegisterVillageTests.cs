namespace VillageLedger.Tests;

public sealed class RegisterVillageTests
{
    private static readonly Stored Village = new("village/330110112201", "village-registered.1", """{"village":"330110112201","name":"稻香村"}""");

    [Fact]
    public void The_first_village_of_a_county_names_county_and_township() => Given.ANewLedger().When(Say.RegisterVillage()).Then(
        new("place/330110", "place-named.1", """{"place":"330110","name":"余杭区"}"""),
        new("place/330110112", "place-named.1", """{"place":"330110112","name":"径山镇"}"""),
        Village);

    [Fact]
    public void A_village_of_a_known_township_names_nothing_and_watches_the_names() => Given.AVillage()
        .When(Say.RegisterVillage("r9", village: "330110112202", name: "麦香村"))
        .Then(new Stored("village/330110112202", "village-registered.1", """{"village":"330110112202","name":"麦香村"}"""))
        .Guarded.ShouldBe(["village/330110112202", "place/330110", "place/330110112"], ignoreOrder: true);

    [Fact]
    public void The_cooperative_is_kept_with_its_credit_code() => Given.AVillage()
        .When(Say.RegisterVillage("r9", village: "330110112202", name: "麦香村", more: ""","organisation":{"name":"麦香村股份经济合作社","creditCode":"91330110MA2AAAAA1X"}"""))
        .Then(new Stored("village/330110112202", "village-registered.1",
            """{"village":"330110112202","name":"麦香村","organisation":{"name":"麦香村股份经济合作社","creditCode":"91330110MA2AAAAA1X"}}"""));

    [Theory]
    [InlineData("33011011220")]
    [InlineData("3301101122011")]
    [InlineData("33011011220A")]
    [InlineData("３３０１１０１１２２０１")]
    public void A_division_code_that_is_not_12_digits_is_refused(string code) =>
        Given.ANewLedger().When(Say.RegisterVillage(village: code)).ThenRefused(RefusalCode.DivisionCodeInvalid, ("code", code));

    [Fact]
    public void Another_name_for_a_known_township_is_refused() => Given.AVillage()
        .When(Say.RegisterVillage("r9", village: "330110112202", township: "径山鎮"))
        .ThenRefused(RefusalCode.PlaceHasAnotherName, ("place", "330110112"), ("known", "径山镇"), ("name", "径山鎮"));

    [Fact]
    public void Another_name_for_a_known_county_is_refused() => Given.AVillage()
        .When(Say.RegisterVillage("r9", village: "330110113202", township: "黄湖镇", county: "余杭"))
        .ThenRefused(RefusalCode.PlaceHasAnotherName, ("place", "330110"));

    [Fact]
    public void A_name_with_blanks_around_it_is_the_same_name() => Given.AVillage()
        .When(Say.RegisterVillage("r9", village: "330110112202", name: " 麦香村 ", township: "径山镇 ", county: "　余杭区"))
        .Then(new Stored("village/330110112202", "village-registered.1", """{"village":"330110112202","name":"麦香村"}"""));

    [Fact]
    public void A_credit_code_with_a_wrong_check_digit_is_refused() => Given.ANewLedger()
        .When(Say.RegisterVillage(more: ""","organisation":{"name":"a","creditCode":"91330110MA2AAAAA1Y"}"""))
        .ThenRefused(RefusalCode.CreditCodeInvalid, ("code", "91330110MA2AAAAA1Y"));

    [Fact]
    public void A_village_is_registered_once() => Given.AVillage().When(Say.RegisterVillage("r9")).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "village/330110112201"));
}
