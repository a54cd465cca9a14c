namespace VillageLedger.Tests;

public sealed class SignVoucherTests
{
    private static Given WithCashier(params string[] more) => Given.AVillageBook().Done([SayCash.Name(), .. more]);

    [Fact]
    public void A_cashier_signs_what_moves_money() => WithCashier(Say.Prepare()).When(SayCash.Sign()).Then(new Stored(Say.Book01, "voucher-signed.1", """{"voucher":"v1","signedBy":"zhou"}"""))
        .Guarded.ShouldBe([Say.Book01, SayCash.Cash]);

    [Fact]
    public void It_is_signed_after_the_review_as_well() => WithCashier(Say.Prepare(), Say.Review()).When(SayCash.Sign()).Facts.Count.ShouldBe(1);

    [Fact]
    public void The_posted_voucher_names_its_cashier() => WithCashier(Say.Prepare(), SayCash.Sign(), Say.Review())
        .Decided(Say.Post()).Facts.Select(next => next.Fact).OfType<VoucherPosted>().Single().Cashier.ShouldBe(new UserId("zhou"));

    [Fact]
    public void What_is_not_signed_is_not_posted() => WithCashier(Say.Prepare(), Say.Review()).When(Say.Post()).ThenRefused(RefusalCode.VouchersUnsigned, ("vouchers", "v1"));

    [Fact]
    public void Amending_makes_the_signature_void() => WithCashier(Say.Prepare(), SayCash.Sign(), Say.Amend(), Say.Review()).When(Say.Post()).ThenRefused(RefusalCode.VouchersUnsigned);

    [Fact]
    public void What_moves_no_money_is_posted_unsigned() => WithCashier(Say.Prepare(lines: Say.Debit("113", 5) + "," + Say.Credit("501", 5)), Say.Review()).When(Say.Post()).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_red_voucher_is_signed_too() => WithCashier(Say.Prepare(), SayCash.Sign(), Say.Review(), Say.Post(), Say.Reverse(), Say.Review("red1")).When(Say.Post("red1")).ThenRefused(RefusalCode.VouchersUnsigned, ("vouchers", "red1"));

    [Fact]
    public void What_moves_no_money_is_not_signed() => WithCashier(Say.Prepare(lines: Say.Debit("113", 5) + "," + Say.Credit("501", 5))).When(SayCash.Sign()).ThenRefused(RefusalCode.VoucherMovesNoMoney);

    [Fact]
    public void It_is_signed_once() => WithCashier(SayCash.Name("zheng", id: "nc2"), Say.Prepare(), SayCash.Sign()).When(SayCash.Sign(by: "zheng")).ThenRefused(RefusalCode.VoucherAlreadySigned, ("by", "zhou"));

    [Fact]
    public void Nobody_else_signs() => WithCashier(Say.Prepare()).When(SayCash.Sign(by: "li")).ThenRefused(RefusalCode.NotACashier, ("user", "li"), ("date", "2025-01-15"));

    [Fact]
    public void A_cashier_does_not_sign_what_he_prepared() => WithCashier(Say.Prepare(by: "zhou")).When(SayCash.Sign()).ThenRefused(RefusalCode.SignByOther, ("articles", "会计法 §35"));

    [Fact]
    public void A_cashier_does_not_sign_what_he_amended() => WithCashier(Say.Prepare(), Say.Amend(by: "zhou")).When(SayCash.Sign()).ThenRefused(RefusalCode.SignByOther);

    [Fact]
    public void Who_reviewed_before_he_was_cashier_does_not_sign() => Given.AVillageBook().Done(Say.Prepare(), Say.Review(by: "zhou"), SayCash.Name()).When(SayCash.Sign()).ThenRefused(RefusalCode.SignByOther, ("by", "zhou"));

    [Fact]
    public void A_cashier_reviews_nothing() => WithCashier(Say.Prepare(lines: Say.Debit("113", 5) + "," + Say.Credit("501", 5))).When(Say.Review(by: "zhou")).ThenRefused(RefusalCode.ReviewByCashier, ("articles", "会计法 §35"));

    [Fact]
    public void Before_July_2024_another_article_said_it() => Given.AVillage().Done(Say.OpenBook("2024-05"), SayCash.Name(from: "2024-01-01"), Say.Prepare(date: "2024-06-30"))
        .When(Say.Review(by: "zhou")).ThenRefused(RefusalCode.ReviewByCashier, ("articles", "会计法 §37"));

    [Fact]
    public void A_returned_voucher_is_not_signed() => WithCashier(Say.Prepare(), Say.Return()).When(SayCash.Sign()).ThenRefused(RefusalCode.VoucherReturned);

    [Fact]
    public void A_discarded_voucher_is_not_signed() => WithCashier(Say.Prepare(), Say.Discard()).When(SayCash.Sign()).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void A_posted_voucher_is_not_signed() => Given.AVillageBook().Posted("v1").Done(SayCash.Name()).When(SayCash.Sign()).ThenRefused(RefusalCode.VoucherPosted);

    [Fact]
    public void An_unknown_voucher_is_not_signed() => WithCashier().When(SayCash.Sign()).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void Vouchers_of_a_joint_entry_need_no_signature() => WithCashier().When(SayCash.Sign("a7/1")).ThenRefused(RefusalCode.VoucherOfJointEntry);

    [Fact]
    public void Vouchers_of_a_file_come_signed_from_where_they_were() => new ImportVoucher(
            "i1", new("wang"), Owner.Village("330110112201"),
            new("记", new(2025, 1, 15), VoucherKind.Ordinary, "收到租金", [new(new("102"), DebitFen: 5), new(new("501"), CreditFen: 5)], 0), new string('0', 64), new("li"), 1)
        .Decide(new World(WithCashier().Ledger.State, _ => "")).Refusal.ShouldBeNull();

    [Fact]
    public void Who_signed_does_not_review_when_his_time_is_over()
    {
        var given = Given.AVillageBook().Done(SayCash.Name(), Say.Prepare(date: "2025-01-15"), SayCash.Sign());
        given.Ledger.Append(SayCash.Cash, new CashierEnded(Owner.Village("330110112201"), new("zhou"), new(2025, 1, 1)));
        given.When(Say.Review(by: "zhou")).ThenRefused(RefusalCode.ReviewByCashier, ("by", "zhou"));
    }
}
