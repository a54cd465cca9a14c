using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VillageLedger.Tests;

/// <summary>The pages in <c>docs/</c> say what the code does.</summary>
public sealed class DocumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Requests => [.. RequestTypes.Names];

    [Fact]
    public void Every_fact_is_described_and_nothing_else_is() =>
        Page.Sections("FACTS.md").Select(section => section.Heading).Where(heading => heading.EndsWith(".1", StringComparison.Ordinal)).ShouldBe(FactTypes.Names, ignoreOrder: true);

    [Fact]
    public void Every_field_of_a_fact_is_described_with_its_Chinese_term()
    {
        Type[] parts =
        [
            typeof(HolderWeight), typeof(HolderAmount), typeof(AllocatedPart), typeof(ShareSegment), typeof(JointVoucher), typeof(AllocationStep), typeof(AllocationTerms), typeof(RetainedPart), typeof(Guarantee),
            typeof(FollowingPolicy), typeof(Tier), typeof(SequenceStep), typeof(Organisation), typeof(Shareholder), typeof(Valuation), typeof(BonusRule), typeof(BonusWorking), typeof(MonthServed), typeof(ShareChange), typeof(OpeningLine), typeof(VoucherLine), typeof(Attachment), typeof(ClosingCheck),
            typeof(StatementLine), typeof(VoucherLinePlace), typeof(FundPurpose), typeof(VoucherLeftOut), typeof(DividendStep), typeof(DividendFigures),
            typeof(ContractSchedule), typeof(RentFree), typeof(RentStep), typeof(RentRaise), typeof(AgreedInstalment), typeof(RaisedInstalment),
            typeof(AskedFigure), typeof(ClaimLine), typeof(ApprovalLevel), typeof(Invoice), typeof(DepreciationPart), typeof(CountedAsset), typeof(MissingAsset), typeof(SurplusAsset),
        ];
        var types = FactTypes.Names.ToDictionary(name => name, FactTypes.TypeOf);
        foreach (var part in parts) types[string.Concat(part.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + c : c.ToString())).ToLowerInvariant()] = part;
        foreach (var (name, type) in types)
        {
            var rows = Page.Rows(Page.Sections("FACTS.md").Single(section => section.Heading == name).Text).ToList();
            rows.Select(row => Page.Plain(row[0])).ShouldBe(FieldsOf(type), ignoreOrder: true, customMessage: name);
            rows.ShouldAllBe(row => row.Length == 4 && IsChinese(row[2]));
        }
    }

    [Fact]
    public void Every_stream_of_a_fact_is_described()
    {
        var streams = Page.Rows(Page.Sections("FACTS.md")[0].Text).Select(row => Page.Plain(row[0])).ToList();
        foreach (var name in FactTypes.Names)
            streams.ShouldContain(Page.Names(Page.Sections("FACTS.md").Single(section => section.Heading == name).Text).First(), name);
        foreach (var stream in streams) Should.NotThrow(() => Fold.EmptyOf(stream), stream);
    }

    [Fact]
    public void Every_word_has_its_Chinese_term_and_stands_once()
    {
        var words = Page.Rows(Page.Sections("FACTS.md").Single(section => section.Heading == "Words").Text).ToList();
        words.Select(row => row[0]).ShouldBeUnique();
        words.ShouldAllBe(row => row.Length == 3 && IsChinese(row[1]) && row[2].Length > 0);
    }

    [Fact]
    public void Every_refusal_is_described_by_its_message_in_both_languages()
    {
        var expected = Enum.GetValues<RefusalCode>().Select(Refusal.NameOf)
            .Select(code => $"| `{code}` | {Texts.Of("refusal." + code, Language.Chinese)} | {Texts.Of("refusal." + code, Language.English)} |").ToList();
        var rows = Resource.Text("docs/ERRORS.md").Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        string.Join('\n', expected.Except(rows)).ShouldBe("", "These rows are missing in docs/ERRORS.md.");
        string.Join('\n', rows.Except(expected)).ShouldBe("", "These rows of docs/ERRORS.md are no refusals.");
        rows.ShouldBeUnique();
    }

    [Fact]
    public void Every_request_is_described_and_nothing_else_is() =>
        Page.Sections("REQUESTS.md").Select(section => section.Heading).Except(["Requests", "Every request", "Every voucher"]).ShouldBe(RequestTypes.Names, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_example_of_a_request_is_read(string name)
    {
        var read = RequestTypes.Read(Encoding.UTF8.GetBytes(Example(name)));
        read.Refusal?.Message(Language.English).ShouldBeNull();
        JsonNode.Parse(Example(name))!["request"]!.GetValue<string>().ShouldBe(name);
        Example(name).ShouldNotContain("\n");
    }

    /// <summary>The reader asks for exactly the documented fields; the example has them all.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void The_fields_of_a_request_are_those_that_its_reader_asks_for(string name)
    {
        using var json = JsonDocument.Parse(Example(name));
        var fields = new Fields(json.RootElement);
        var type = RequestTypes.Read(Encoding.UTF8.GetBytes(Example(name))).Request!.GetType();
        type.GetMethod("Read")!.Invoke(null, [fields]);
        var asked = (HashSet<string>)typeof(Fields).GetField("asked", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(fields)!;
        var documented = Documented(name);
        documented.Keys.Where(field => !field.Contains('.', StringComparison.Ordinal)).Concat(["id", "by"]).ShouldBe(asked, ignoreOrder: true);
        FieldsIn(JsonNode.Parse(Example(name))!.AsObject(), "").Except(["request", "id", "by"]).ShouldBe(documented.Keys, ignoreOrder: true);
    }

    /// <summary>Each field is left out in turn: one that may be is missed by nobody, another is.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void A_field_may_be_left_out_when_the_page_says_so(string name)
    {
        foreach (var (field, optional) in Documented(name))
        {
            var json = JsonNode.Parse(Example(name))!.AsObject();
            Remove(json, field);
            var refusal = RequestTypes.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Refusal;
            // One amount of a line may be left out, but not each; so one of two ways to say what is meant.
            if (refusal is { Code: RefusalCode.FieldInvalid } && refusal.Values["expected"].Split(" | ").Contains(field)) continue;
            if (optional && refusal?.Code != RefusalCode.LineNoSide) refusal.ShouldBeNull(field);
            else if (!optional) refusal.ShouldNotBeNull(field).Code.ShouldBe(RefusalCode.FieldMissing, field);
        }
    }

    /// <summary>Every documented refusal of a request is come upon by a test, and every one that tests come upon is documented.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void The_refusals_of_a_request_are_those_that_tests_come_upon(string name)
    {
        var reached = EveryRefusalTests.Reached.Where(pair => pair.Request == name).Select(pair => Refusal.NameOf(pair.Code)).ToHashSet();
        var ofReading = CodesOf("Every request");
        var own = CodesOf(name);
        var all = Section(name).Contains("(#every-voucher)", StringComparison.Ordinal) ? own.Concat(CodesOf("Every voucher")).ToHashSet() : own;
        own.Except(reached).ShouldBeEmpty("documented, but no test comes upon it");
        reached.Except(all).Except(ofReading).ShouldBeEmpty("come upon, but not documented");
    }

    [Fact]
    public void Every_refusal_of_a_voucher_and_of_reading_is_come_upon()
    {
        CodesOf("Every voucher").Except(EveryRefusalTests.Reached.Where(pair => pair.Request == "prepare-voucher").Select(pair => Refusal.NameOf(pair.Code))).ShouldBeEmpty();
        CodesOf("Every request").Except(EveryRefusalTests.Reached.Select(pair => Refusal.NameOf(pair.Code))).ShouldBeEmpty();
    }

    private static string Section(string heading) => Page.Sections("REQUESTS.md").Single(section => section.Heading == heading).Text;

    private static HashSet<string> CodesOf(string heading)
    {
        var codes = Enum.GetValues<RefusalCode>().Select(Refusal.NameOf).ToHashSet();
        var named = Section(heading).Split('\n').Where(line => line.StartsWith("Refused", StringComparison.Ordinal)).SelectMany(Page.Names).ToHashSet();
        named.Except(codes).ShouldBeEmpty("no such code");
        return named;
    }

    private static string Example(string name) => Section(name).Split("```json\n")[1].Split("\n```")[0];

    private static Dictionary<string, bool> Documented(string name) =>
        Page.Rows(Section(name)).Select(row => Page.Plain(row[0])).ToDictionary(field => field.TrimEnd('?'), field => field.EndsWith('?'));

    private static IEnumerable<string> FieldsIn(JsonObject json, string path) => json.SelectMany(member => member.Value switch
    {
        JsonObject part => FieldsIn(part, path + member.Key + ".").Prepend(path + member.Key),
        JsonArray items => items.OfType<JsonObject>().SelectMany(item => FieldsIn(item, path + member.Key + "[].")).Prepend(path + member.Key),
        _ => [path + member.Key],
    }).Distinct();

    private static void Remove(JsonObject json, string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) json.Remove(field);
        else if (json[field[..dot].Replace("[]", "", StringComparison.Ordinal)] is JsonArray items)
            foreach (var item in items.OfType<JsonObject>()) Remove(item, field[(dot + 1)..]);
        else if (json[field[..dot]] is JsonObject part) Remove(part, field[(dot + 1)..]);
    }

    private static IEnumerable<string> FieldsOf(Type type) =>
        type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First().GetParameters()
            .Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!) + (Nullability.Create(parameter).ReadState == NullabilityState.Nullable ? "?" : ""));

    private static bool IsChinese(string text) => text.Any(c => c >= '\u4e00' && c <= '\u9fff');
}
