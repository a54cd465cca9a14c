using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class AuthoriseAllocationsTests
{
    [Fact]
    public void A_village_consents() => AFoundedVenture().When(Authorise(A)).Then(new Stored(Jiucun, "allocations-authorised.1", $$"""{"venture":"jiucun","holder":"{{A}}","resolution":"社员代表大会1号"}"""));

    [Fact]
    public void Consent_once_given_is_given() => AVenture().When(Authorise(A, id: "again-")).ThenNothing();

    [Fact]
    public void Consent_is_given_anew_after_it_was_withdrawn() => AVenture().Done(Withdraw(A)).When(Authorise(A, id: "again-")).Stored("allocations-authorised.1");

    [Theory]
    [InlineData("party/h001")]
    [InlineData("venture/jiucun")]
    public void Only_whoever_keeps_a_book_for_itself_consents(string holder) => AFoundedVenture().Done(Say.RegisterParty()).When(Authorise(holder)).ThenRefused(RefusalCode.FieldInvalid, ("field", "holder"));

    [Fact]
    public void Nobody_consents() => AFoundedVenture().When(Authorise("village/330110112299")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void To_no_venture() => TwoVillages().When(Authorise(A, "other")).ThenRefused(RefusalCode.VentureUnknown);
}
