namespace VillageLedger.Tests;

public sealed class RegisterPartyTests
{
    [Theory]
    [InlineData("group")]
    [InlineData("company")]
    [InlineData("public-body")]
    public void A_party_that_is_no_person_keeps_its_name(string kind) => Given.ANewLedger().When(Say.RegisterParty(kind: kind))
        .Then(new Stored("party/h001", "party-registered.1", $$"""{"party":"h001","kind":"{{kind}}","name":"第一组"}"""));

    [Theory]
    [InlineData("member")]
    [InlineData("person")]
    public void A_persons_name_enters_no_fact(string kind) => Given.ANewLedger().When(Say.RegisterParty(kind: kind, name: "王小明"))
        .Then(new Stored("party/h001", "party-registered.1", $$"""{"party":"h001","kind":"{{kind}}"}"""));

    [Fact]
    public void An_id_may_be_given_as_an_address() => Given.ANewLedger().When(Say.RegisterParty(party: "party/h002"))
        .Then(new Stored("party/h002", "party-registered.1", """{"party":"h002","kind":"group","name":"第一组"}"""));

    [Fact]
    public void An_address_of_another_kind_is_refused() => Given.ANewLedger().When(Say.RegisterParty(party: "village/330110112201")).ThenRefused(RefusalCode.FieldInvalid, ("field", "party"));

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_refused() =>
        Given.ANewLedger().When(Say.RegisterParty("11010519491231002X", "person")).ThenRefused(RefusalCode.PersonalNumberAsId, ("field", "party"));

    [Fact]
    public void Another_kind_of_party_is_refused() => Given.ANewLedger().When(Say.RegisterParty(kind: "friend")).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Fact]
    public void A_party_is_registered_once() => Given.ANewLedger().Done(Say.RegisterParty())
        .When(Say.RegisterParty(name: "第二组", id: "r9")).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "party/h001"));
}
