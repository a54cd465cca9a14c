namespace VillageLedger.Tests;

public sealed class AdoptRulesTests
{
    private static readonly string Version = Chart.Carried.Single(chart => chart.Standard == Standards.Rural2023).Version;

    [Fact]
    public void The_version_in_force_is_adopted_already() => Given.ANewLedger().When(Adopt(Version)).ThenNothing();

    [Fact]
    public void Another_version_comes_into_force() => Given.ANewLedger()
        .Fact("rules", "rules-adopted.1", """{"kind":"chart","name":"rural-2023","version":"0000"}""")
        .When(Adopt(Version)).Then(new Stored("rules", "rules-adopted.1", $$"""{"kind":"chart","name":"rural-2023","version":"{{Version}}"}"""));

    [Fact]
    public void A_version_that_this_program_does_not_carry_is_refused() => Given.ANewLedger().When(Adopt("0000")).ThenRefused(RefusalCode.RuleUnknown, ("version", "0000"));

    [Fact]
    public void A_version_of_another_standard_is_refused() => Given.ANewLedger().When(Adopt(Version, "rural-2004")).ThenRefused(RefusalCode.RuleUnknown);

    [Fact]
    public void Another_kind_of_rule_is_refused() => Given.ANewLedger().When(Adopt(Version, kind: "map")).ThenRefused(RefusalCode.RuleUnknown, ("kind", "map"));

    private static string Adopt(string version, string name = "rural-2023", string kind = "chart") =>
        $$"""{"request":"adopt-rules","id":"ru1","by":"zhao","kind":"{{kind}}","name":"{{name}}","version":"{{version}}"}""";
}
