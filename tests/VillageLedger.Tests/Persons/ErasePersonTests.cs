namespace VillageLedger.Tests;

public sealed class ErasePersonTests
{
    [Fact]
    public void A_member_is_erased_and_stays_a_holder()
    {
        var given = Given.AShareRegister();
        given.When(SayShares.Erase()).Then(new Stored("member/m1", "person-erased.1", """{"person":"member/m1","reason":"本人要求"}"""));
        given.Done(SayShares.Erase()).Done(SayShares.Grant(SayShares.Units("m1", 1)));
    }

    [Theory]
    [InlineData("person")]
    [InlineData("member")]
    public void A_person_among_the_parties_is_erased(string kind) => Given.ANewLedger().Done(Say.RegisterParty(kind: kind))
        .When(SayShares.Erase("party/h001")).Then(new Stored("party/h001", "person-erased.1", """{"person":"party/h001","reason":"本人要求"}"""));

    [Theory]
    [InlineData("member/m1")]
    [InlineData("party/h001")]
    public void Nobody_is_erased_twice(string person) => Given.AVillageOfMembers().Done(Say.RegisterParty(kind: "person")).Done(SayShares.Erase(person)).When(SayShares.Erase(person, "e2")).ThenNothing();

    [Theory]
    [InlineData("member/m9")]
    [InlineData("party/h009")]
    [InlineData("village/330110112209")]
    public void One_who_is_not_known_is_refused(string person) => Given.AVillageOfMembers().When(SayShares.Erase(person)).ThenRefused(RefusalCode.HolderUnknown, ("holder", person));

    [Theory]
    [InlineData("party/h001")]
    [InlineData("village/330110112201")]
    public void Who_is_no_natural_person_is_refused(string holder) =>
        Given.AVillageOfMembers().Done(Say.RegisterParty()).When(SayShares.Erase(holder)).ThenRefused(RefusalCode.FieldInvalid, ("field", "person"));
}
