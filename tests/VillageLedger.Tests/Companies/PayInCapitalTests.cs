namespace VillageLedger.Tests;

public sealed class PayInCapitalTests
{
    private const string Valuation = ""","valuation":{"firm":"某评估公司","date":"2025-02-20","document":"评报字12号"}""";

    [Fact]
    public void The_rest_of_a_subscription_is_paid_in() => SayCompany.ACompany().When(SayCompany.PayIn(more: ""","document":"回单 3" """)).Then(new Stored(
        SayCompany.Stream, "capital-paid-in.1", """{"company":"91330110MA2AAAAA1X","holder":"village/330110112201","date":"2025-03-01","amountFen":300,"kind":"cash","document":"回单 3"}"""));

    [Fact]
    public void Land_is_paid_in_at_its_appraised_value() => SayCompany.ACompany().When(SayCompany.PayIn(kind: "land", more: Valuation)).Then(new Stored(
        SayCompany.Stream, "capital-paid-in.1",
        """{"company":"91330110MA2AAAAA1X","holder":"village/330110112201","date":"2025-03-01","amountFen":300,"kind":"land","valuation":{"firm":"某评估公司","date":"2025-02-20","document":"评报字12号"}}"""));

    [Theory]
    [InlineData("land")]
    [InlineData("in-kind")]
    public void What_is_not_money_is_appraised(string kind) => SayCompany.ACompany().When(SayCompany.PayIn(kind: kind)).ThenRefused(RefusalCode.ValuationMissing, ("kind", kind));

    [Fact]
    public void Nothing_is_appraised_after_it_was_paid_in() => SayCompany.ACompany()
        .When(SayCompany.PayIn(kind: "land", date: "2025-02-19", more: Valuation)).ThenRefused(RefusalCode.FieldInvalid, ("field", "valuation.date"));

    [Fact]
    public void Nobody_pays_in_more_than_he_subscribed() => SayCompany.ACompany().When(SayCompany.PayIn(fen: 301)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("holder", Say.Village));

    [Fact]
    public void Who_subscribed_nothing_pays_in_nothing() => SayCompany.ACompany().When(SayCompany.PayIn(SayCompany.Other, 1)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("holder", SayCompany.Other));

    [Fact]
    public void Nobody_pays_in_before_he_subscribed() => SayCompany.ACompany().Done(SayCompany.Subscribe())
        .When(SayCompany.PayIn(SayCompany.Other, date: "2025-02-28")).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("date", "2025-02-28"));

    [Fact]
    public void What_is_paid_in_earlier_leaves_less_to_be_paid_in_later() => SayCompany.ACompany().Done(SayCompany.PayIn(fen: 200, date: "2025-06-01"))
        .When(SayCompany.PayIn(fen: 101)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("date", "2025-06-01"));

    [Fact]
    public void What_is_given_away_later_is_not_paid_in_before() => SayCompany.ACompany().Done(SayCompany.Transfer(subscribed: 300, paidIn: 0, date: "2025-06-01"))
        .When(SayCompany.PayIn(fen: 1)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("date", "2025-06-01"));

    [Fact]
    public void A_holder_that_is_not_registered_pays_in_nothing() => SayCompany.ACompany().When(SayCompany.PayIn("party/nobody")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void Nothing_is_paid_in_before_the_founding() => SayCompany.ACompany().When(SayCompany.PayIn(date: "2024-05-19")).ThenRefused(RefusalCode.BeforeFounding);

    [Fact]
    public void A_company_that_is_not_registered_is_paid_nothing() => Given.AVillage().When(SayCompany.PayIn()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void An_unknown_kind_is_refused() => SayCompany.ACompany().When(SayCompany.PayIn(kind: "labour")).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Fact]
    public void Nothing_is_no_payment() => SayCompany.ACompany().When(SayCompany.PayIn(fen: 0)).ThenRefused(RefusalCode.AmountZero, ("field", "amountFen"));
}
