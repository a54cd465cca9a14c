namespace VillageLedger.Tests;

public sealed class AddAccountTests
{
    private const string Stream = "accounts/village/330110112201";

    [Fact]
    public void A_detail_is_added_under_an_account_of_the_chart() => Given.AVillageBook().When(Say.AddAccount("50101", "501", "租金收入"))
        .Then(new Stored(Stream, "account-added.1", """{"owner":"village/330110112201","account":"50101","name":"租金收入","parent":"501"}"""));

    [Fact]
    public void A_detail_may_be_added_before_the_book_is_open_and_below_another_detail() => Given.AVillage().Done(Say.AddAccount("10201", "102"))
        .When(Say.AddAccount("1020101", "10201", more: ""","requires":["project","party","party"]"""))
        .Then(new Stored(Stream, "account-added.1", """{"owner":"village/330110112201","account":"1020101","name":"明细","parent":"10201","requires":["project","party"]}"""));

    [Fact]
    public void An_empty_list_of_what_is_required_is_none() => Given.AVillageBook().When(Say.AddAccount("50101", "501", more: ""","requires":[]"""))
        .Then(new Stored(Stream, "account-added.1", """{"owner":"village/330110112201","account":"50101","name":"明细","parent":"501"}"""));

    [Fact]
    public void Only_party_project_and_contract_can_be_required() =>
        Given.AVillageBook().When(Say.AddAccount("50101", "501", more: ""","requires":["party","colour"]""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "requires"));

    [Fact]
    public void An_owner_that_is_not_registered_is_refused() => Given.ANewLedger().When(Say.AddAccount("50101", "501")).ThenRefused(RefusalCode.OwnerUnknown);

    [Theory]
    [InlineData("50101", "502")]
    [InlineData("501", "501")]
    [InlineData("501", "50101")]
    public void A_code_that_does_not_begin_with_its_parents_is_refused(string account, string parent) =>
        Given.AVillageBook().When(Say.AddAccount(account, parent)).ThenRefused(RefusalCode.AccountNotUnderParent);

    [Theory]
    [InlineData("50101", "5010")]
    [InlineData("56101", "561")]
    [InlineData("100201", "1002")]
    public void An_unknown_parent_or_one_of_another_chart_is_refused(string account, string parent) =>
        Given.AVillageBook().When(Say.AddAccount(account, parent)).ThenRefused(RefusalCode.ParentUnknown, ("parent", parent));

    [Fact]
    public void A_code_of_the_chart_is_taken_already() => Given.AVillageBook().When(Say.AddAccount("32201", "322")).ThenRefused(RefusalCode.AccountExists);

    [Fact]
    public void A_code_added_before_is_taken_already() => Given.AVillageBook().Done(Say.AddAccount("50101", "501"))
        .When(Say.AddAccount("50101", "501", "另名", id: "again")).ThenRefused(RefusalCode.AccountExists, ("account", "50101"));

    [Fact]
    public void A_code_that_lies_within_a_nearer_account_than_its_parent_is_refused() => Given.AVillageBook().Done(Say.AddAccount("10201", "102"))
        .When(Say.AddAccount("1020101", "102")).ThenRefused(RefusalCode.AccountCodesOverlap, ("account", "1020101"), ("other", "10201"));

    [Fact]
    public void A_code_that_comes_between_a_parent_and_its_details_is_refused() => Given.AVillageBook().Done(Say.AddAccount("1020101", "102"))
        .When(Say.AddAccount("10201", "102")).ThenRefused(RefusalCode.AccountCodesOverlap, ("other", "1020101"));

    [Fact]
    public void A_code_within_appropriations_is_added_there() =>
        Given.AVillageBook().When(Say.AddAccount("3220101", "322")).ThenRefused(RefusalCode.AccountCodesOverlap, ("other", "32201"));

    [Theory]
    [InlineData("10")]
    [InlineData("102a")]
    [InlineData("１０２０１")]
    [InlineData("1020000000000000000000001")]
    public void A_code_is_3_to_24_digits(string account) => Given.AVillageBook().When(Say.AddAccount(account, "102", id: "a")).ThenRefused(RefusalCode.FieldInvalid, ("field", "account"));
}
