namespace VillageLedger.Tests;

public sealed class TransferCapitalTests
{
    [Fact]
    public void A_holder_gives_all_it_has() => SayCompany.ACompany().When(SayCompany.Transfer(more: ""","priceFen":0""")).Then(new Stored(
        SayCompany.Stream, "capital-transferred.1",
        """{"company":"91330110MA2AAAAA1X","from":"village/330110112201","to":"village/330110112202","date":"2025-03-01","subscribedFen":500,"paidInFen":200,"resolution":"股东会决议2号","priceFen":0}"""));

    [Fact]
    public void Nobody_gives_more_than_it_subscribed() => SayCompany.ACompany()
        .When(SayCompany.Transfer(subscribed: 501)).ThenRefused(RefusalCode.CapitalNotHeld, ("holder", Say.Village), ("held", "5.00"), ("what", "subscribedFen"));

    [Fact]
    public void Nobody_gives_more_than_it_paid_in() => SayCompany.ACompany().When(SayCompany.Transfer(paidIn: 201)).ThenRefused(RefusalCode.CapitalNotHeld, ("held", "2.00"), ("what", "paidInFen"));

    [Fact]
    public void What_is_given_later_is_not_given_before() => SayCompany.ACompany().Done(SayCompany.Transfer(subscribed: 400, paidIn: 200, date: "2025-06-01"))
        .When(SayCompany.Transfer(subscribed: 101, paidIn: 0)).ThenRefused(RefusalCode.CapitalNotHeld, ("date", "2025-06-01"), ("held", "1.00"));

    [Fact]
    public void What_comes_later_is_not_given_before() => SayCompany.ACompany().Done(SayCompany.Transfer(date: "2025-06-01"))
        .When(SayCompany.Transfer(SayCompany.Other, Say.Village, 1, 0)).ThenRefused(RefusalCode.CapitalNotHeld, ("held", "0.00"), ("date", "2025-03-01"));

    [Fact]
    public void Who_keeps_what_is_paid_in_keeps_as_much_subscribed() => SayCompany.ACompany()
        .When(SayCompany.Transfer(subscribed: 301, paidIn: 0)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("holder", Say.Village));

    [Fact]
    public void Who_gets_what_is_paid_in_gets_as_much_subscribed() => SayCompany.ACompany()
        .When(SayCompany.Transfer(subscribed: 100, paidIn: 101)).ThenRefused(RefusalCode.PaidInBeyondSubscribed, ("holder", SayCompany.Other));

    [Fact]
    public void Giver_and_receiver_are_two() => SayCompany.ACompany().When(SayCompany.Transfer(to: Say.Village)).ThenRefused(RefusalCode.HolderTwice);

    [Theory]
    [InlineData("party/nobody", SayCompany.Other)]
    [InlineData(Say.Village, "party/nobody")]
    public void Giver_and_receiver_are_registered(string from, string to) => SayCompany.ACompany().When(SayCompany.Transfer(from, to)).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/nobody"));

    [Fact]
    public void A_company_does_not_take_its_own_capital() => SayCompany.ACompany().When(SayCompany.Transfer(to: SayCompany.Stream)).ThenRefused(RefusalCode.OwnShareholder);

    [Fact]
    public void Nothing_is_transferred_before_the_founding() => SayCompany.ACompany().When(SayCompany.Transfer(date: "2024-05-19")).ThenRefused(RefusalCode.BeforeFounding);

    [Fact]
    public void Capital_of_an_unknown_company_is_not_transferred() => Given.AVillage().When(SayCompany.Transfer()).ThenRefused(RefusalCode.OwnerUnknown);
}
