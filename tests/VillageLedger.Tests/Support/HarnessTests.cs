using Xunit.Sdk;

namespace VillageLedger.Tests;

/// <summary>The harness fails when it should: a check that has never been seen to fail is not a check.</summary>
public sealed class HarnessTests
{
    private static readonly Stored County = new("place/330110", "place-named.1", """{"place":"330110","name":"余杭区"}""");
    private static readonly Stored Township = new("place/330110112", "place-named.1", """{"name":"径山镇","place":"330110112"}""");
    private static readonly Stored Village = new("village/330110112201", "village-registered.1", """{"village":"330110112201","name":"稻香村"}""");

    private static Outcome Registered => Given.ANewLedger().When(Say.RegisterVillage());

    [Fact]
    public void The_right_facts_in_the_right_order_pass() => Registered.Then(County, Township, Village);

    [Fact]
    public void A_missing_fact_fails() => Fails(() => Registered.Then(County, Village));

    [Fact]
    public void One_fact_too_many_fails() => Fails(() => Registered.Then(County, Township, Village, Village));

    [Fact]
    public void Another_order_fails() => Fails(() => Registered.Then(Township, County, Village));

    [Fact]
    public void Another_stream_fails() => Fails(() => Registered.Then(County with { Stream = "place/330111" }, Township, Village));

    [Fact]
    public void Another_type_with_the_same_fields_fails() =>
        Fails(() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Review()).Then(new Stored(Say.Book01, "voucher-returned.1", """{"voucher":"v1","reviewedBy":"li"}""")));

    [Fact]
    public void Another_value_fails() => Fails(() => Registered.Then(County with { Json = """{"place":"330110","name":"临平区"}""" }, Township, Village));

    [Fact]
    public void A_field_too_many_fails() => Fails(() => Registered.Then(County with { Json = """{"place":"330110","name":"余杭区","note":""}""" }, Township, Village));

    [Fact]
    public void A_refusal_instead_of_facts_fails() => Fails(() => Given.AVillage().When(Say.RegisterVillage()).Then(County, Township, Village));

    [Fact]
    public void A_refusal_instead_of_nothing_fails() => Fails(() => Given.AVillage().When(Say.RegisterVillage()).ThenNothing());

    [Fact]
    public void Facts_instead_of_nothing_fail() => Fails(() => Registered.ThenNothing());

    [Fact]
    public void Facts_instead_of_a_refusal_fail() => Fails(() => Registered.ThenRefused(RefusalCode.AlreadyRegistered));

    [Fact]
    public void Another_refusal_fails() => Fails(() => Given.AVillage().When(Say.RegisterVillage()).ThenRefused(RefusalCode.DivisionCodeInvalid));

    [Fact]
    public void Another_value_in_a_refusal_fails() =>
        Fails(() => Given.AVillage().When(Say.RegisterVillage()).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "village/1")));

    [Fact]
    public void A_message_with_an_open_place_fails() => Fails(() => new Outcome(Refusal.Of(RefusalCode.AlreadyRegistered)).ThenRefused(RefusalCode.AlreadyRegistered));

    [Fact]
    public void An_earlier_request_that_is_refused_fails() => Fails(() => Given.AVillage().Done(Say.RegisterVillage()));

    private static void Fails(Action test) => Should.Throw<FailException>(test);
}
