using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class WithdrawAuthorisationTests
{
    [Fact]
    public void Consent_is_withdrawn() => AVenture().When(Withdraw(A)).Then(new Stored(Jiucun, "authorisation-withdrawn.1", $$"""{"venture":"jiucun","holder":"{{A}}","resolution":"社员代表大会2号"}"""));

    [Fact]
    public void What_was_not_given_is_not_withdrawn() => AFoundedVenture().When(Withdraw(A)).ThenNothing();

    [Fact]
    public void From_no_venture() => TwoVillages().When(Withdraw(A, "other")).ThenRefused(RefusalCode.VentureUnknown);
}
