namespace VillageLedger.Tests;

/// <summary>What the check of a month finds in the cards.</summary>
public sealed class AssetChecksTests
{
    [Fact]
    public void Without_cards_nothing_is_looked_at() => Checks(Given.AVillageBook(), "2025-02").ShouldBeEmpty();

    [Fact]
    public void Depreciation_that_is_missing_is_a_warning() => Checks(SayAsset.ACard(), "2025-02").ShouldContain("depreciation warning");

    [Fact]
    public void Depreciation_that_is_proposed_is_none() => Checks(SayAsset.Depreciated(), "2025-02").ShouldContain("depreciation ok");

    [Fact]
    public void Cards_without_a_cost_in_the_book_are_a_warning() => Checks(SayAsset.ACard(), "2025-01").ShouldContain("asset-cards warning");

    [Fact]
    public void Cards_that_agree_with_the_book_are_none() => Checks(Bought().Done(SayAsset.Depreciate(), Say.Review("d-2025-02"), Say.Post("d-2025-02")), "2025-02").ShouldContain("asset-cards ok");

    [Fact]
    public void What_is_proposed_and_not_posted_is_a_difference() => Checks(Bought().Done(SayAsset.Depreciate()), "2025-02").ShouldContain("asset-cards warning");

    [Fact]
    public void After_a_disposal_nothing_is_left_on_either_side() => Checks(
        Bought().Done(SayAsset.Depreciate(), Say.Review("d-2025-02"), Say.Post("d-2025-02"), SayAsset.Dispose()).Done(Enumerable.Range(1, 2).SelectMany(number => (string[])[Say.Review($"x1~{number}"), Say.Post($"x1~{number}")])),
        "2025-02").ShouldContain("asset-cards ok");

    [Fact]
    public void They_do_not_stop_a_month() => SayAsset.ACard().When(Say.Close()).Facts.Count.ShouldBe(1);

    private static Given Bought() => SayAsset.ACard().Posted("buy", lines: Say.Debit("151", 120_000) + "," + Say.Credit("301", 120_000));

    private static IReadOnlyList<string> Checks(Given given, string month)
    {
        Month.TryParse(month, out var at).ShouldBeTrue();
        Owner.TryParse(Say.Village, out var owner).ShouldBeTrue();
        return [.. MonthCheck.Of(new World(given.Ledger.State, given.Ledger.Locate), owner, at).Where(check => check.Check is "depreciation" or "asset-cards").Select(check => $"{check.Check} {check.StateName}")];
    }
}
