namespace VillageLedger.Tests;

public sealed class RegisterFormsTests
{
    [Fact]
    public void Receipts_are_registered_by_range() => Given.AVillage().When(SayCash.RegisterForms())
        .Then(new Stored(SayCash.Forms, "forms-registered.1", """{"owner":"village/330110112201","series":"A","kind":"receipt","first":1,"last":25}"""));

    [Fact]
    public void Cheques_are_drawn_on_an_account() => SayCash.ABankAccount().When(SayCash.RegisterForms(kind: "cheque", more: ""","bankAccount":"jbh" """))
        .Then(new Stored(SayCash.Forms, "forms-registered.1", """{"owner":"village/330110112201","series":"A","kind":"cheque","first":1,"last":25,"bankAccount":"jbh"}"""));

    [Theory]
    [InlineData("x", false)]
    [InlineData("jbh", true)]
    public void The_account_is_there_and_open(string account, bool closed) => SayCash.ABankAccount().Done(closed ? [SayCash.Close()] : [])
        .When(SayCash.RegisterForms(kind: "cheque", more: $",\"bankAccount\":\"{account}\"")).ThenRefused(RefusalCode.BankAccountUnknown);

    [Fact]
    public void Receipts_have_no_account() => SayCash.ABankAccount().When(SayCash.RegisterForms(more: ""","bankAccount":"jbh" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "bankAccount"));

    [Theory]
    [InlineData(5, 4)]
    [InlineData(1, 10_001)]
    public void A_range_has_an_order_and_an_end(long first, long last) => Given.AVillage().When(SayCash.RegisterForms(first, last)).ThenRefused(RefusalCode.FieldInvalid, ("field", "last"));

    [Theory]
    [InlineData(25, 30)]
    [InlineData(0, 1)]
    [InlineData(5, 6)]
    public void Ranges_of_a_series_never_overlap(long first, long last) => Given.AVillage().Done(SayCash.RegisterForms()).When(SayCash.RegisterForms(first, last, id: "rf2")).ThenRefused(RefusalCode.FormsOverlap, ("first", "1"), ("last", "25"));

    [Fact]
    public void Another_series_has_the_same_numbers() => Given.AVillage().Done(SayCash.RegisterForms()).When(SayCash.RegisterForms(series: "B", id: "rf2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_unknown_owner_has_none() => Given.ANewLedger().When(SayCash.RegisterForms()).ThenRefused(RefusalCode.OwnerUnknown);
}

public sealed class IssueFormsTests
{
    [Fact]
    public void A_range_is_handed_out() => Given.AVillage().Done(SayCash.RegisterForms()).When(SayCash.Issue())
        .Then(new Stored(SayCash.Forms, "forms-issued.1", """{"owner":"village/330110112201","series":"A","first":1,"last":10,"user":"zhou","date":"2025-01-05"}"""));

    [Fact]
    public void A_range_may_reach_over_two_that_were_registered() => Given.AVillage().Done(SayCash.RegisterForms(), SayCash.RegisterForms(26, 50, id: "rf2")).When(SayCash.Issue(20, 30)).Facts.Count.ShouldBe(1);

    [Fact]
    public void What_is_not_registered_is_not_handed_out() => Given.AVillage().Done(SayCash.RegisterForms()).When(SayCash.Issue(20, 30)).ThenRefused(RefusalCode.FormUnknown, ("number", "26"));

    [Fact]
    public void What_is_handed_out_is_not_handed_out_again() => Given.AVillage().Done(SayCash.RegisterForms(), SayCash.Issue()).When(SayCash.Issue(10, 12, id: "if2")).ThenRefused(RefusalCode.FormsAlreadyIssued, ("user", "zhou"), ("last", "10"));

    [Fact]
    public void A_range_has_an_order() => Given.AVillage().When(SayCash.Issue(2, 1)).ThenRefused(RefusalCode.FieldInvalid, ("field", "last"));
}

public sealed class UseFormTests
{
    internal static Given Issued() => Given.AVillageBook().Done(SayCash.RegisterForms(), SayCash.Issue());

    [Fact]
    public void A_form_is_used_with_its_voucher() => Issued().Done(Say.Prepare()).When(SayCash.Use(more: ""","voucher":"v1" """))
        .Then(new Stored(SayCash.Forms, "form-used.1", """{"owner":"village/330110112201","series":"A","number":1,"date":"2025-01-15","amountFen":100000,"voucher":"v1"}"""));

    [Fact]
    public void A_form_must_be_there() => Issued().When(SayCash.Use(26)).ThenRefused(RefusalCode.FormUnknown, ("number", "26"));

    [Fact]
    public void A_form_must_be_handed_out() => Issued().When(SayCash.Use(11)).ThenRefused(RefusalCode.FormNotIssued);

    [Fact]
    public void A_form_is_used_once() => Issued().Done(SayCash.Use()).When(SayCash.Use(id: "uf1b")).ThenRefused(RefusalCode.FormAlreadyUsed, ("date", "2025-01-15"));

    [Fact]
    public void What_is_void_is_not_used() => Issued().Done(SayCash.Void(1)).When(SayCash.Use()).ThenRefused(RefusalCode.FormAlreadyUsed, ("date", "2025-01-16"));

    [Theory]
    [InlineData("v9", RefusalCode.VoucherUnknown)]
    [InlineData("a7/1", RefusalCode.VoucherOfJointEntry)]
    public void Its_voucher_is_there(string voucher, RefusalCode code) => Issued().When(SayCash.Use(more: $",\"voucher\":\"{voucher}\"")).ThenRefused(code);

    [Fact]
    public void Its_voucher_is_the_owners() => Issued().Done(Say.RegisterCompany(), Say.OpenBook("2025-01", standard: "small-enterprise-2013", owner: "company/" + Say.CompanyCode, id: "o2"))
        .Done(Say.Prepare("c1", lines: Say.Debit("1002", 5) + "," + Say.Credit("5001", 5), book: "company/" + Say.CompanyCode)).When(SayCash.Use(more: ""","voucher":"c1" """)).ThenRefused(RefusalCode.VoucherOfAnotherBook);
}

public sealed class VoidFormTests
{
    [Fact]
    public void A_form_is_void() => UseFormTests.Issued().When(SayCash.Void(more: ""","reason":"写错" """))
        .Then(new Stored(SayCash.Forms, "form-voided.1", """{"owner":"village/330110112201","series":"A","number":2,"date":"2025-01-16","reason":"写错"}"""));

    [Theory]
    [InlineData(26, RefusalCode.FormUnknown)]
    [InlineData(11, RefusalCode.FormNotIssued)]
    [InlineData(1, RefusalCode.FormAlreadyUsed)]
    public void Only_a_form_that_is_handed_out_and_not_used(long number, RefusalCode code) => UseFormTests.Issued().Done(SayCash.Use()).When(SayCash.Void(number)).ThenRefused(code);
}

public sealed class SettleFormsTests
{
    [Fact]
    public void A_range_is_settled_when_every_form_is_used_or_void() => UseFormTests.Issued().Done(SayCash.Use(), SayCash.Void()).When(SayCash.Settle())
        .Then(new Stored(SayCash.Forms, "forms-settled.1", """{"owner":"village/330110112201","series":"A","first":1,"last":2,"date":"2025-02-01","settledBy":"li"}"""));

    [Fact]
    public void What_is_open_is_named() => UseFormTests.Issued().Done(SayCash.Use()).When(SayCash.Settle(1, 3)).ThenRefused(RefusalCode.FormsNotUsed, ("count", "2"), ("numbers", "2; 3"));

    [Fact]
    public void A_range_is_settled_once() => UseFormTests.Issued().Done(SayCash.Use(), SayCash.Void(), SayCash.Settle()).When(SayCash.Settle(2, 3, id: "sf2")).ThenRefused(RefusalCode.FormsAlreadySettled, ("first", "1"));

    [Theory]
    [InlineData(25, 26, RefusalCode.FormUnknown)]
    [InlineData(10, 11, RefusalCode.FormNotIssued)]
    [InlineData(2, 1, RefusalCode.FieldInvalid)]
    public void Only_what_was_handed_out(long first, long last, RefusalCode code) => UseFormTests.Issued().When(SayCash.Settle(first, last)).ThenRefused(code);
}
