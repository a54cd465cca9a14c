namespace VillageLedger.Web.Tests;

/// <summary>What pages fill their fields from: owners, accounts, parties, moments, facts.</summary>
public sealed class OwnersAndMomentsTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task An_owner_is_named_with_its_place_and_how_far_its_book_is()
    {
        var (_, owners) = await node.GetAsync("/api/owners");
        var village = owners.EnumerateArray().Single(one => one.GetProperty("owner").GetString() == VillagesNode.Village);
        var (_, neighbours) = await node.GetAsync("/api/owners", VillagesNode.Neighbour);
        (owners.GetArrayLength(), village.GetProperty("initials").GetString(), village.GetProperty("townshipName").GetString(), village.GetProperty("countyName").GetString(), village.GetProperty("standard").GetString(),
            village.GetProperty("firstMonth").GetString(), village.GetProperty("closedThrough").GetString(), village.GetProperty("lastMonth").GetString())
            .ShouldBe((owners.GetArrayLength(), "c1", "径山镇", "余杭区", "rural-2023", "2026-01", "2026-01", "2026-01"));
        neighbours.EnumerateArray().Select(one => one.GetProperty("owner").GetString()).ShouldBe(["village/330110112202"]);
    }

    [Fact]
    public async Task Accounts_say_on_which_side_they_stand_and_whether_they_are_the_lowest()
    {
        var (_, accounts) = await node.GetAsync($"/api/owners/{VillagesNode.Village}/accounts?month=2026-01");
        var bank = accounts.EnumerateArray().Single(one => one.GetProperty("account").GetString() == "102");
        var income = accounts.EnumerateArray().Single(one => one.GetProperty("account").GetString() == "501");
        (bank.GetProperty("balanceSide").GetString(), bank.GetProperty("role").GetString(), bank.GetProperty("leaf").GetBoolean(), income.GetProperty("balanceSide").GetString()).ShouldBe(("debit", "bank", true, "credit"));
        (await node.GetAsync($"/api/owners/{VillagesNode.Village}/accounts", VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Parties_are_those_a_line_may_name()
    {
        var (_, parties) = await node.GetAsync($"/api/owners/{VillagesNode.Village}/parties");
        parties.EnumerateArray().Select(one => one.GetProperty("party").GetString()).ShouldContain("village/330110112202");
    }

    [Fact]
    public async Task The_slider_marks_closings_and_corrections_of_an_owner()
    {
        var (_, marks) = await node.GetAsync($"/api/moments?owner={VillagesNode.Village}");
        var (_, later) = await node.GetAsync($"/api/moments?owner={VillagesNode.Village}&from=2099-01-01");
        marks.EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ShouldBe(["month-closed", "correction"]);
        marks[0].GetProperty("text").GetString().ShouldBe("2026-01 结账");
        later.GetArrayLength().ShouldBe(0);
        (await node.GetAsync($"/api/moments?owner={VillagesNode.Village}", VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_moment_is_found_by_an_instant()
    {
        var (_, now) = await node.GetAsync("/api/now");
        var (_, future) = await node.GetAsync("/api/moments/at?asOf=2099-01-01");
        var (_, past) = await node.GetAsync("/api/moments/at?asOf=2001-01-01");
        (future.GetProperty("position").GetInt64(), past.GetProperty("position").GetInt64()).ShouldBe((now.GetProperty("position").GetInt64(), 0));
        (await node.GetAsync("/api/moments/at?asOf=gestern")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_fact_is_shown_as_stored_to_those_who_see_its_stream()
    {
        var (_, marks) = await node.GetAsync($"/api/moments?owner={VillagesNode.Village}");
        var position = marks[0].GetProperty("position").GetInt64();
        var (_, fact) = await node.GetAsync($"/api/facts/{position}");
        (fact.GetProperty("type").GetString(), fact.GetProperty("data").GetProperty("month").GetString(), fact.GetProperty("headers").GetProperty("by").GetString()).ShouldBe(("month-closed.1", "2026-01", "li"));
        var (status, problem) = await node.GetAsync($"/api/facts/{position}", VillagesNode.Neighbour);
        (status, problem.GetProperty("code").GetString()).ShouldBe((404, "fact-unknown"));
        (await node.GetAsync("/api/facts/999999999")).Body.GetProperty("code").GetString().ShouldBe("fact-unknown");
    }
}
