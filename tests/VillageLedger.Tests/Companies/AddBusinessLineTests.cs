namespace VillageLedger.Tests;

public sealed class AddBusinessLineTests
{
    [Fact]
    public void A_line_has_income_accounts_of_the_company() => WithDetail().When(SayCompany.AddLine(accounts: "\"500101\",\"5051\"")).Then(new Stored(
        SayCompany.Stream, "business-line-added.1", """{"company":"91330110MA2AAAAA1X","line":"lotus","name":"荷塘","accounts":["500101","5051"]}"""));

    [Fact]
    public void A_line_may_be_named_by_vouchers_alone() => SayCompany.ACompany().When(SayCompany.AddLine(accounts: "")).Then(new Stored(
        SayCompany.Stream, "business-line-added.1", """{"company":"91330110MA2AAAAA1X","line":"lotus","name":"荷塘","accounts":[]}"""));

    [Fact]
    public void A_detail_of_another_lines_account_may_be_a_line_of_its_own() => WithDetail().Done(SayCompany.AddLine("farm", "\"5001\"")).When(SayCompany.AddLine(accounts: "\"500101\"")).Then(new Stored(
        SayCompany.Stream, "business-line-added.1", """{"company":"91330110MA2AAAAA1X","line":"lotus","name":"荷塘","accounts":["500101"]}"""));

    [Fact]
    public void A_line_is_added_once() => SayCompany.ACompany().Done(SayCompany.AddLine()).When(SayCompany.AddLine(accounts: "")).ThenRefused(RefusalCode.BusinessLineExists, ("line", "lotus"));

    [Fact]
    public void An_account_belongs_to_one_line() => SayCompany.ACompany().Done(SayCompany.AddLine("farm")).When(SayCompany.AddLine()).ThenRefused(RefusalCode.AccountOfOtherLine, ("account", "5051"), ("line", "farm"));

    [Fact]
    public void An_account_stands_once() => SayCompany.ACompany().When(SayCompany.AddLine(accounts: "\"5051\",\"5051\"")).ThenRefused(RefusalCode.AccountOfOtherLine, ("account", "5051"));

    [Theory]
    [InlineData("500101")]
    [InlineData("501")]
    public void An_account_exists(string account) => SayCompany.ACompany().When(SayCompany.AddLine(accounts: $"\"{account}\"")).ThenRefused(RefusalCode.AccountNotThere, ("account", account));

    [Fact]
    public void An_account_is_of_income() => SayCompany.ACompany().When(SayCompany.AddLine(accounts: "\"5401\"")).ThenRefused(RefusalCode.AccountNotIncome, ("account", "5401"));

    [Theory]
    [InlineData("unassigned")]
    [InlineData("荷塘")]
    public void A_line_has_an_id_of_its_own(string line) => SayCompany.ACompany().When(SayCompany.AddLine(line)).ThenRefused(RefusalCode.FieldInvalid, ("field", "line"));

    [Theory]
    [InlineData("5051")]
    [InlineData("\"x\"")]
    public void An_account_is_a_code(string account) => SayCompany.ACompany().When(SayCompany.AddLine(accounts: account)).ThenRefused(RefusalCode.FieldInvalid, ("field", "accounts[1]"));

    [Fact]
    public void Lines_of_an_unknown_company_are_not_added() => Given.AVillage().When(SayCompany.AddLine()).ThenRefused(RefusalCode.OwnerUnknown);

    private static Given WithDetail() => SayCompany.WithBook().Done(Say.AddAccount("500101", "5001", "荷塘收入", SayCompany.Stream));
}
