namespace VillageLedger.Tests;

public sealed class OpenShareRegisterTests
{
    [Theory]
    [InlineData("static")]
    [InlineData("dynamic")]
    public void A_register_is_opened_with_its_kinds_and_units(string mode) => Given.AVillage().When(SayShares.Open(mode)).Then(new Stored(
        SayShares.Register, "share-register-opened.1",
        $$"""{"village":"330110112201","mode":"{{mode}}","unitsPerShare":100,"from":"2020-01-01","kinds":["population","years-worked","collective"],"resolution":"2019年第3次成员大会"}"""));

    [Fact]
    public void An_unknown_village_is_refused() => Given.ANewLedger().When(SayShares.Open()).ThenRefused(RefusalCode.OwnerUnknown, ("owner", "village/330110112201"));

    [Fact]
    public void A_register_is_opened_once() =>
        Given.AVillage().Done(SayShares.Open()).When(SayShares.Open(id: "sr2")).ThenRefused(RefusalCode.ShareRegisterAlreadyOpen, ("village", "330110112201"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Units_of_a_share_that_make_no_sense_are_refused(long units) => Given.AVillage().When(SayShares.Open(units: units)).ThenRefused(RefusalCode.FieldInvalid, ("field", "unitsPerShare"));

    [Fact]
    public void A_register_without_kinds_is_refused() => Given.AVillage().When(SayShares.Open(kinds: "")).ThenRefused(RefusalCode.FieldMissing, ("field", "kinds"));

    [Fact]
    public void Another_kind_is_refused() => Given.AVillage().When(SayShares.Open(kinds: "\"land\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "kinds"));
}
