using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>What somebody sees by where his roles hold.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("Accountant", "330110012 330110013", true)]
    [InlineData("Accountant", "330110012", false)]
    [InlineData("Auditor", "330110012", true)]
    [InlineData("Accountant", "330110012201 330110013201", false)]
    [InlineData("Clerk", "330110012 330110014", false)]
    public async Task A_company_of_two_townships_is_seen_by_who_works_in_both_or_watches_one(string role, string places, bool sees)
    {
        await using var node = await TestNode.StartAsync();
        foreach (var request in new[]
        {
            """{"request":"register-village","id":"a","by":"x","village":"330110012201","name":"甲村","township":"东镇","county":"余杭区"}""",
            """{"request":"register-village","id":"b","by":"x","village":"330110013201","name":"乙村","township":"西镇","county":"余杭区"}""",
            """{"request":"register-village","id":"c","by":"x","village":"330110014201","name":"丙村","township":"南镇","county":"余杭区"}""",
            $$"""{"request":"register-company","id":"d","by":"x","company":"{{Code}}","name":"联合公司","kind":"asset-operation","founded":"2024-01-01","shareholders":[{"holder":"village/330110012201","subscribedFen":100,"paidInFen":100},{"holder":"village/330110013201","subscribedFen":100,"paidInFen":100}]}""",
        })
            (await node.Ledger.Requests.DoAsync(TestLedger.Read(request), TestContext.Current.CancellationToken)).Kind.ShouldBe(Requests.OutcomeKind.Done);
        var scope = await Scopes.ScopeAsync(new(new("u"), "u", [.. places.Split(' ').Select(place => new Grant(Enum.Parse<Role>(role), place))]), node.Ledger, TestContext.Current.CancellationToken);
        Owner.TryParse("company/" + Code, out var company).ShouldBeTrue();
        scope.Sees(company).ShouldBe(sees);
    }

    /// <summary>Invented, with its right check character.</summary>
    private static string Code => "91330110MA2JN0001" + CreditCode.CheckCharacter("91330110MA2JN0001");
}
