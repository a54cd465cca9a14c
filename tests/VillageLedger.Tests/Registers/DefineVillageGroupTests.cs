namespace VillageLedger.Tests;

public sealed class DefineVillageGroupTests
{
    [Fact]
    public void A_group_has_villages_from_a_month_on() => Two.When(Define($"\"{SayPlace.Other}\",\"330110112201\"")).Then(new Stored("village-group/jc", "village-group-defined.1",
        """{"group":"jc","name":"九村联合","kind":"joint","from":"2025-02","villages":["330110112201","330110112202"],"source":"3号"}"""));

    [Fact]
    public void Without_villages_the_group_ends() => Given.AVillage().When(Define("")).Then(new Stored("village-group/jc", "village-group-defined.1",
        """{"group":"jc","name":"九村联合","kind":"joint","from":"2025-02","villages":[],"source":"3号"}"""));

    [Fact]
    public void A_village_is_in_a_group_once() => Given.AVillage().When(Define("\"330110112201\",\"330110112201\"")).ThenRefused(RefusalCode.HolderTwice, ("holder", Say.Village));

    [Fact]
    public void A_village_that_is_not_registered_is_in_no_group() => Given.AVillage().When(Define($"\"330110112201\",\"{SayPlace.Other}\"")).ThenRefused(RefusalCode.OwnerUnknown, ("owner", SayPlace.OtherBook));

    [Fact]
    public void A_village_that_is_no_more_joins_no_group() => Two.Done(SayPlace.Retire()).When(Define($"\"{SayPlace.Other}\"")).ThenRefused(RefusalCode.VillageIsRetired, ("month", "2025-02"));

    [Fact]
    public void It_was_in_one_before() => Two.Done(SayPlace.Retire()).When(Define($"\"{SayPlace.Other}\"", from: "2025-01")).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData("\"3301101122\"")]
    [InlineData("\"33011011220x\"")]
    public void A_village_is_named_by_its_code(string villages) => Given.AVillage().When(Define(villages)).ThenRefused(RefusalCode.FieldInvalid, ("field", "villages"));

    [Fact]
    public void A_kind_is_one_of_four() => Given.AVillage().When(Define("", kind: "club")).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Theory]
    [InlineData("2024-12", null)]
    [InlineData("2025-01", "a")]
    [InlineData("2025-02", "c")]
    [InlineData("2025-04", "c")]
    [InlineData("2025-05", null)]
    public void In_a_month_the_latest_counts_and_of_one_month_the_later_said(string month, string? name)
    {
        VillageGroupDefined[] all = [Defined("b", "2025-02"), Defined("a", "2025-01"), Defined("c", "2025-02"), Defined("d", "2025-05", ended: true)];
        Month.TryParse(month, out var of).ShouldBeTrue();
        all.Aggregate(VillageGroup.Empty, (group, fact) => group.Evolve(fact)).In(of)?.Name.ShouldBe(name);
    }

    private static Given Two => SayPlace.TwoVillages("");

    private static VillageGroupDefined Defined(string name, string from, bool ended = false)
    {
        Month.TryParse(from, out var month).ShouldBeTrue();
        return new("jc", name, "joint", month, ended ? [] : ["330110112201"], "s");
    }

    private static string Define(string villages, string from = "2025-02", string kind = "joint") =>
        $$"""{"request":"define-village-group","id":"vg1","by":"zhao","group":"jc","name":"九村联合","kind":"{{kind}}","from":"{{from}}","villages":[{{villages}}],"source":"3号"}""";
}
