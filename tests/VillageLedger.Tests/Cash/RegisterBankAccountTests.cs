namespace VillageLedger.Tests;

public sealed class RegisterBankAccountTests
{
    [Fact]
    public void A_bank_account_stands_on_a_ledger_account_of_its_own() => SayCash.ABankAccount().When(SayCash.Register("tdzh", "10202", "land-compensation", ""","holder":"village/330110112201","openedOn":"2025-01-02" """, "ba2"))
        .Then(new Stored(SayCash.Cash, "bank-account-registered.1", """
            {"owner":"village/330110112201","bankAccount":"tdzh","account":"10202","bank":"农商银行","number":"201000012345678","kind":"land-compensation","holder":"village/330110112201","openedOn":"2025-01-02"}
            """));

    [Theory]
    [InlineData("member")]
    [InlineData("person")]
    public void Collective_money_is_held_in_no_persons_name(string kind) => SayCash.ABankAccount().Done(Say.RegisterParty("p1", kind, "王小明"))
        .When(SayCash.Register("gr", "10202", "general", ""","holder":"party/p1" """, "ba2"))
        .ThenRefused(RefusalCode.BankAccountOfPerson, ("holder", "party/p1"), ("articles", "商业银行法 §48; 农村集体经济组织法 §44"));

    [Fact]
    public void A_members_account_is_no_account_of_the_village() => SayCash.ABankAccount().Done(SayShares.Member("m1"))
        .When(SayCash.Register("gr", "10202", "general", ""","holder":"member/m1","openedOn":"2024-06-01" """, "ba2"))
        .ThenRefused(RefusalCode.BankAccountOfPerson, ("articles", "商业银行法 §48"));

    [Fact]
    public void An_account_may_be_held_by_a_company() => SayCash.ABankAccount().Done(Say.RegisterCompany())
        .When(SayCash.Register("gs", "10202", "special", $",\"holder\":\"company/{Say.CompanyCode}\"", "ba2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void There_is_one_basic_account() => SayCash.ABankAccount().When(SayCash.Register("jbh2", "10202", id: "ba2"))
        .ThenRefused(RefusalCode.BasicAccountTwice, ("bankAccount", "jbh"), ("articles", "商业银行法 §48; 浙江省农村集体资产管理条例 §22"));

    [Fact]
    public void After_it_is_closed_another_is_the_basic_account_on_the_same_ledger_account() => SayCash.ABankAccount().Done(SayCash.Close()).When(SayCash.Register("jbh2", id: "ba2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_ledger_account_carries_one_bank_account() => SayCash.ABankAccount().When(SayCash.Register("yb", kind: "general", id: "ba2"))
        .ThenRefused(RefusalCode.LedgerAccountTaken, ("account", "10201"), ("bankAccount", "jbh"));

    [Fact]
    public void An_id_is_not_used_again() => SayCash.ABankAccount().Done(SayCash.Close()).When(SayCash.Register(id: "ba2")).ThenRefused(RefusalCode.BankAccountExists);

    [Theory]
    [InlineData("102")]
    [InlineData("101")]
    [InlineData("10209")]
    public void The_ledger_account_is_a_lowest_one_under_bank(string account) => SayCash.ABankAccount().When(SayCash.Register("yb", account, "general", id: "ba2"))
        .ThenRefused(RefusalCode.AccountNotLowestUnder, ("account", account), ("root", "102"));

    [Fact]
    public void A_company_keeps_its_own_under_1002() => Given.AVillage().Done(Say.RegisterCompany(), Say.OpenBook("2025-01", standard: "small-enterprise-2013", owner: "company/" + Say.CompanyCode))
        .When(SayCash.Register(account: "1002", owner: "company/" + Say.CompanyCode)).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_unknown_owner_has_none() => Given.ANewLedger().When(SayCash.Register()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void An_owner_without_book_has_none() => Given.AVillage().When(SayCash.Register()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void An_unknown_holder_holds_none() => SayCash.ABankAccount().When(SayCash.Register("gr", "10202", "general", ""","holder":"party/p9" """, "ba2")).ThenRefused(RefusalCode.HolderUnknown);

    [Theory]
    [InlineData("6222021234567890128")]
    [InlineData("6222-0212-3456-7890-128")]
    [InlineData("6222 0212-3456 7890-128")]
    [InlineData("６２２２０２１２３４５６７８９０１２８")]
    [InlineData("110105-19491231-002X")]
    public void The_number_of_a_card_is_not_taken_and_not_quoted(string number) => SayCash.ABankAccount().When(SayCash.Register("yb", "10202", "general", id: "ba2", number: number))
        .ThenRefused(RefusalCode.FieldInvalid, ("field", "number"), ("value", "…"));

    [Fact]
    public void An_id_is_no_personal_number() => SayCash.ABankAccount().When(SayCash.Register("11010519491231002X", "10202", "general", id: "ba2")).ThenRefused(RefusalCode.PersonalNumberAsId);
}
