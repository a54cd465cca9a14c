using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>The tables of access say something of everything there is.</summary>
public sealed class AccessTableTests
{
    [Fact]
    public void Every_request_has_an_entry() => AccessRules.Requests.Keys.ShouldBe(RequestTypes.Names, ignoreOrder: true);

    [Fact]
    public void Every_report_has_an_entry() => AccessRules.Reports.Keys.ShouldBe(ReportEndpoints.OffersOf(Language.English).All.Select(report => report.Name), ignoreOrder: true);

    [Fact]
    public void Every_option_that_names_an_owner_is_a_subject()
    {
        string[] naming = ["book", "payer", "holder", "venture", "company", "group", "village"];
        ReportEndpoints.OffersOf(Language.English).All
            .SelectMany(report => report.Options.Select(option => option.Name[2..]).Where(naming.Contains).Where(option => AccessRules.Reports[report.Name].Subjects.All(subject => subject.Field != option) && AccessRules.Reports[report.Name].Rows.Count == 0)
                .Select(option => $"{report.Name} --{option}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_administrator_sees_no_money()
    {
        AccessRules.Requests.Values.Where(rule => rule.Roles.Contains(Role.Administrator) || rule.Roles.Contains(Role.Public)).ShouldBeEmpty();
        AccessRules.Reports.Values.Where(rule => rule.Roles.Contains(Role.Administrator) || rule.Roles.Contains(Role.Public)).ShouldBeEmpty();
    }

    /// <summary>会计法 art. 35.</summary>
    [Theory]
    [InlineData("prepare-voucher")]
    [InlineData("amend-voucher")]
    [InlineData("review-voucher")]
    [InlineData("review-vouchers")]
    [InlineData("post-voucher")]
    [InlineData("post-vouchers")]
    [InlineData("reverse-voucher")]
    [InlineData("correct-voucher")]
    [InlineData("voucher-claim")]
    [InlineData("close-month")]
    public void A_cashier_keeps_no_income_ledger(string request) => AccessRules.Requests[request].Roles.ShouldNotContain(Role.Cashier);

    /// <summary>The page shows what the tables say.</summary>
    [Fact]
    public void The_page_shows_the_tables()
    {
        var page = Page.Sections("ACCESS.md").ToDictionary(section => section.Heading, section => section.Text, StringComparer.Ordinal);
        foreach (var rule in AccessRules.Requests.Values.OrderBy(rule => rule.Request, StringComparer.Ordinal)) page["Requests"].ShouldContain(Row(rule.Request, rule.Roles));
        foreach (var rule in AccessRules.Reports.Values.OrderBy(rule => rule.Report, StringComparer.Ordinal)) page["Reports"].ShouldContain(Row(rule.Report, rule.Roles));
    }

    private static string Row(string name, IReadOnlySet<Role> roles) =>
        $"| `{name}` | {string.Join(" | ", Enum.GetValues<Role>().Where(role => role is not (Role.Administrator or Role.Public)).Select(role => roles.Contains(role) ? "✓" : ""))} |";
}

/// <summary>Roles that do not go together.</summary>
public sealed class GrantsTests
{
    [Theory]
    [InlineData("cashier", "village/330110112201", "accountant", "village/330110112201", true)]
    [InlineData("cashier", "330110112201", "accountant", "330110112", true)]
    [InlineData("cashier", "village/330110112201", "accountant", "330110112202", false)]
    [InlineData("cashier", "company/x", "reviewer", "company/x", true)]
    [InlineData("cashier", "company/x", "reviewer", "330110112", true)]
    [InlineData("cashier", "company/x", "accountant", "company/y", false)]
    [InlineData("auditor", "330110112", "accountant", "330110112201", true)]
    [InlineData("auditor", "330110112", "accountant", "330110113203", false)]
    [InlineData("administrator", "330110", "regulator", "330110", true)]
    [InlineData("accountant", "330110112", "reviewer", "330110112", false)]
    public void A_cashier_is_no_accountant_of_the_same_owner(string one, string oneAt, string other, string otherAt, bool conflicts)
    {
        var (held, added) = (new Grant(Enum.Parse<Role>(one, true), oneAt), new Grant(Enum.Parse<Role>(other, true), otherAt));
        (Grants.Conflict([held], added) is not null).ShouldBe(conflicts);
        (Grants.Conflict([added], held) is not null).ShouldBe(conflicts);
    }
}
