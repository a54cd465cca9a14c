namespace VillageLedger.Tests;

public sealed class NameCashierTests
{
    [Fact]
    public void A_user_is_cashier_from_a_day_on() => Given.AVillage().When(SayCash.Name(more: ""","until":"2027-12-31" """))
        .Then(new Stored(SayCash.Cash, "cashier-named.1", """{"owner":"village/330110112201","user":"zhou","from":"2025-01-01","until":"2027-12-31"}"""));

    [Fact]
    public void Two_may_be_at_a_time() => Given.AVillage().Done(SayCash.Name()).When(SayCash.Name("zheng", id: "nc2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_unknown_owner_has_none() => Given.ANewLedger().When(SayCash.Name()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void The_last_day_is_not_before_the_first() => Given.AVillage().When(SayCash.Name(more: ""","until":"2024-12-31" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "until"));

    [Fact]
    public void Nobody_is_cashier_twice_at_a_time() => Given.AVillage().Done(SayCash.Name()).When(SayCash.Name("ZHOU", "2026-01-01", id: "nc2")).ThenRefused(RefusalCode.CashierAlreadyNamed, ("from", "2025-01-01"));

    [Fact]
    public void Who_was_cashier_may_be_again() => Given.AVillage().Done(SayCash.Name(), SayCash.End()).When(SayCash.Name(from: "2025-02-01", id: "nc2")).Facts.Count.ShouldBe(1);
}
