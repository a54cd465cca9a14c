namespace VillageLedger.Tests;

public sealed class CloseBankAccountTests
{
    [Fact]
    public void A_bank_account_is_closed() => SayCash.ABankAccount().When(SayCash.Close())
        .Then(new Stored(SayCash.Cash, "bank-account-closed.1", """{"owner":"village/330110112201","bankAccount":"jbh","date":"2025-03-31"}"""));

    [Fact]
    public void An_unknown_one_is_not() => SayCash.ABankAccount().When(SayCash.Close("x")).ThenRefused(RefusalCode.BankAccountUnknown, ("bankAccount", "x"));

    [Fact]
    public void It_is_closed_once() => SayCash.ABankAccount().Done(SayCash.Close()).When(SayCash.Close(id: "bc2")).ThenRefused(RefusalCode.BankAccountAlreadyClosed, ("date", "2025-03-31"));
}
