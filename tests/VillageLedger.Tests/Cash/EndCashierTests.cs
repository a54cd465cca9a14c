namespace VillageLedger.Tests;

public sealed class EndCashierTests
{
    [Fact]
    public void A_cashiers_time_ends() => Given.AVillage().Done(SayCash.Name()).When(SayCash.End())
        .Then(new Stored(SayCash.Cash, "cashier-ended.1", """{"owner":"village/330110112201","user":"zhou","until":"2025-01-31"}"""));

    [Fact]
    public void Who_is_no_cashier_then_is_not_ended() => Given.AVillage().Done(SayCash.Name(), SayCash.End()).When(SayCash.End(until: "2025-02-01", id: "ec2")).ThenRefused(RefusalCode.NotACashier, ("user", "zhou"), ("date", "2025-02-01"));

    [Fact]
    public void Nobody_signs_for_days_after_the_last() => Given.AVillageBook().Done(SayCash.Name(), SayCash.End(), Say.Prepare(date: "2025-02-01"), Say.Review()).When(Say.Post()).Facts.Count.ShouldBe(1);
}
