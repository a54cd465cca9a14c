namespace VillageLedger.Tests;

public sealed class SubscribeCapitalTests
{
    [Fact]
    public void A_new_holder_subscribes() => SayCompany.ACompany().When(SayCompany.Subscribe()).Then(new Stored(
        SayCompany.Stream, "capital-subscribed.1", """{"company":"91330110MA2AAAAA1X","holder":"village/330110112202","date":"2025-03-01","amountFen":300,"resolution":"股东会决议1号"}"""));

    [Fact]
    public void A_company_that_is_not_registered_has_no_capital() =>
        SayCompany.ACompany().When(SayCompany.Subscribe(company: "91330110MA2BBBBB1X")).ThenRefused(RefusalCode.OwnerUnknown, ("owner", "company/91330110MA2BBBBB1X"));

    [Fact]
    public void Nobody_subscribes_before_the_founding() => SayCompany.ACompany()
        .When(SayCompany.Subscribe(date: "2024-05-19")).ThenRefused(RefusalCode.BeforeFounding, ("date", "2024-05-19"), ("founded", "2024-05-20"));

    [Fact]
    public void A_company_does_not_subscribe_its_own_capital() => SayCompany.ACompany().When(SayCompany.Subscribe(SayCompany.Stream)).ThenRefused(RefusalCode.OwnShareholder, ("company", SayCompany.Stream));

    [Fact]
    public void A_holder_that_is_not_registered_does_not_subscribe() => SayCompany.ACompany().When(SayCompany.Subscribe("party/nobody")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/nobody"));

    [Fact]
    public void Subscriptions_stay_within_the_bound_of_an_amount() => SayCompany.ACompany().Done(SayCompany.Subscribe(fen: Money.MaxFen - 500))
        .When(SayCompany.Subscribe(fen: 1, date: "2024-06-01")).ThenRefused(RefusalCode.SumOutOfBounds);
}
