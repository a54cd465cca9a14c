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

    [Fact]
    public void Nobody_ends_his_own_time() => Given.AVillage().Done(SayCash.Name(user: "zhao")).When(SayCash.End(user: "zhao")).ThenRefused(RefusalCode.FieldInvalid, ("field", "by"), ("value", "zhao"));

    [Theory]
    [InlineData("2025-01-14", true)]
    [InlineData("2025-01-15", false)]
    public void It_does_not_end_before_what_the_cashier_signed(string until, bool isRefused) => Refused(Given.AVillageBook().Done(SayCash.Name(), Say.Prepare(date: "2025-01-15"), SayCash.Sign()), until, isRefused);

    [Fact]
    public void Nor_where_the_month_is_closed() => Refused(Given.AVillageBook().Done(SayCash.Name(), Say.Prepare(date: "2025-01-15"), SayCash.Sign(), Say.Review(), Say.Post(), Say.Close()), "2025-01-14", true);

    [Theory]
    [InlineData("2025-01-14", true)]
    [InlineData("2025-01-15", false)]
    public void It_does_not_end_before_what_waits_for_a_signature(string until, bool isRefused) => Refused(Given.AVillageBook().Done(SayCash.Name(), Say.Prepare(date: "2025-01-15"), Say.Review()), until, isRefused);

    [Fact]
    public void What_another_cashier_can_sign_does_not_hold_it() => Refused(Given.AVillageBook().Done(SayCash.Name(), SayCash.Name("sun", id: "nc2"), Say.Prepare(date: "2025-01-15")), "2025-01-14", false);

    [Fact]
    public void What_was_discarded_does_not_hold_it() => Refused(Given.AVillageBook().Done(SayCash.Name(), Say.Prepare(date: "2025-01-15"), Say.Discard()), "2025-01-14", false);

    private static void Refused(Given given, string until, bool isRefused)
    {
        var when = given.When(SayCash.End(until: until));
        if (isRefused) when.ThenRefused(RefusalCode.FieldInvalid, ("field", "until"), ("expected", "≥ 2025-01-15"));
        else when.Facts.Count.ShouldBe(1);
    }
}
