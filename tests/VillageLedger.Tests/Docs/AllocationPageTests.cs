using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VillageLedger.Tests;

/// <summary>Every rule and figure of <c>docs/ALLOCATION.md</c> that can be recomputed is.</summary>
public sealed partial class AllocationPageTests
{
    private static readonly string[] Rules = ["Allocation", "The remaining fen", "Shares that changed within the month", "What is retained", "Further receipts of a month", "Terms", "Policies"];

    /// <summary>Each part of terms, with a value that can be read.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["shareChange"] = "\"days\"",
        ["retain"] = """{"amountFen":1}""",
        ["ratePpm"] = "1",
        ["until"] = "\"2025-12\"",
        ["months"] = "1",
        ["guaranteed"] = """{"ratePpm":1}""",
        ["guarantor"] = "\"party/x\"",
        ["then"] = """{"policy":"equal"}""",
        ["basis"] = "\"heads\"",
        ["weights"] = """[{"holder":"village/a","weight":1}]""",
        ["tiers"] = """[{"policy":"equal"}]""",
        ["steps"] = """[{"rest":true,"policy":"equal"}]""",
    };

    public static TheoryData<string> Policies => [.. AllocationPolicies.Names];

    public static TheoryData<string, string> Examples => [.. Example().Matches(Resource.Text("docs/ALLOCATION.md")).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [Fact]
    public void Every_policy_is_described_and_nothing_else_is() => Page.Sections("ALLOCATION.md").Select(section => section.Heading).Except(Rules).ShouldBe(AllocationPolicies.Names, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_policy_has_an_example(string policy) => Section(policy).ShouldContain("```json\n{\"policy\":\"" + policy + "\"");

    [Fact]
    public void Every_part_of_the_terms_is_described_with_its_Chinese_term()
    {
        var rows = Page.Rows(Section("Terms")).ToList();
        rows.Select(row => Page.Plain(row[0])).ShouldBe(typeof(AllocationTerms).GetConstructors().MaxBy(made => made.GetParameters().Length)!.GetParameters().Select(part => JsonNamingPolicy.CamelCase.ConvertName(part.Name!)));
        rows.ShouldAllBe(row => row.Length == 4 && row[2].Any(c => c >= '\u4e00' && c <= '\u9fff'));
        rows.Select(row => Page.Plain(row[0])).ShouldBe(Parts.Keys);
    }

    /// <summary>A policy takes exactly the parts that its section names, and misses those that may not be left out.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void The_terms_of_a_policy_are_those_that_it_takes(string policy)
    {
        var line = Section(policy).Split('\n').Single(line => line.StartsWith("Terms: ", StringComparison.Ordinal));
        var documented = Page.Names(line).ToDictionary(name => name.TrimEnd('?'), name => name.EndsWith('?'));
        foreach (var part in Parts.Keys)
        {
            var (with, without) = (AllocationPolicies.Check(policy, TermsOf(documented.Keys.Append(part))), AllocationPolicies.Check(policy, TermsOf(documented.Keys.Except([part]))));
            (with?.StableCode).ShouldBe(documented.ContainsKey(part) ? null : "term-not-of-policy", part);
            (without?.StableCode).ShouldBe(documented.TryGetValue(part, out var optional) && !optional ? "field-missing" : null, part);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_what_comes_out(string example, string table) => Computed(example).ShouldBe(table);

    [Fact]
    public void There_are_examples() => Examples.Count.ShouldBeGreaterThan(AllocationPolicies.Names.Count);

    [Theory]
    [InlineData("37674419", "37674418")]
    [InlineData("remaining fen to | | `village/", "remaining fen to | | `village/x")]
    public void A_wrong_figure_on_the_page_is_seen(string right, string wrong)
    {
        var (example, table) = Example().Matches(Section("by-share")).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Single();
        table.ShouldContain(right);
        Computed(example).ShouldNotBe(table.Replace(right, wrong, StringComparison.Ordinal));
    }

    /// <summary>The page's case of one more fen that takes one from a holder is the smallest of three holders.</summary>
    [Fact]
    public void One_more_fen_can_take_one_from_a_holder()
    {
        var (weights, total) = (from a in Enumerable.Range(1, 6)
                                from b in Enumerable.Range(1, a)
                                from c in Enumerable.Range(1, b)
                                from sum in Enumerable.Range(1, 30)
                                let holders = Allot.Weights($"a {a}, b {b}, c {c}")
                                let parts = LargestRemainder.Split(sum, holders).Parts
                                let more = LargestRemainder.Split(sum + 1, holders).Parts
                                where parts.Zip(more).Any(pair => pair.Second < pair.First)
                                select (holders, sum)).First();
        var section = Section("The remaining fen");
        section.ShouldContain($"Weights {weights[0].Weight}, {weights[1].Weight} and {weights[2].Weight}:");
        var rows = new[] { total, total + 1 }.Select(sum => $"| {sum} | {string.Join(" | ", LargestRemainder.Split(sum, weights).Parts)} |");
        section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).ShouldBe(rows);
    }

    private static string Computed(string example)
    {
        using var json = JsonDocument.Parse(example);
        var fields = new Fields(json.RootElement);
        var (policy, terms, total, month) = (fields.Text("policy"), AllocationTerms.ReadFrom(fields), fields.OptionalAmount("totalFen")!.Value, fields.Value<Month>("month"));
        var shares = fields.OptionalItems("shares", item => new ShareSegment(1, item.Date("from"), item.Date("to"), item.Items("weights", Weight)));
        var paidIn = fields.OptionalItems("paidIn", item => new HolderAmount(item.Value<Holder>("holder"), item.AmountOrZero("amountFen")));
        fields.RefuseOthers();
        fields.Fault?.Message(Language.English).ShouldBeNull();
        var result = AllocationPolicies.Allocate(policy, terms, total, new(month, shares ?? [], paidIn ?? []));
        result.Refusal?.Message(Language.English).ShouldBeNull();
        Allot.SumIsKept(result.Allocated!, total);
        return Table(result.Allocated!);
    }

    private static string Table(Allocated allocated)
    {
        var table = new StringBuilder("| holder | weight | part (fen) |\n|---|---|---|\n");
        foreach (var (holder, weight, fen) in allocated.Parts) table.Append(null, $"| `{holder}` | {weight} | {fen} |\n");
        if (allocated.RetainedFen != 0) table.Append(null, $"| retained | | {allocated.RetainedFen} |\n");
        if (allocated.Guarantor is { } guarantor) table.Append(null, $"| topped up by `{guarantor}` | | {allocated.TopUpFen} |\n");
        if (allocated.RemainderTo.Count > 0) table.Append(null, $"| remaining fen to | | {string.Join(", ", allocated.RemainderTo.Select(holder => $"`{holder}`"))} |\n");
        return table.ToString();
    }

    private static HolderWeight Weight(Fields item) => new(item.Value<Holder>("holder"), item.Weight("weight"));

    private static AllocationTerms? TermsOf(IEnumerable<string> parts) => Allot.Terms($"{{{string.Join(",", parts.Distinct().Select(part => $"\"{part}\":{Parts[part]}"))}}}");

    private static string Section(string heading) => Page.Sections("ALLOCATION.md").Single(section => section.Heading == heading).Text;

    /// <summary>An example and the table that follows it.</summary>
    [GeneratedRegex(@"```json\n(.+)\n```\n\n((?:\|.*\n)+)")]
    private static partial Regex Example();
}
