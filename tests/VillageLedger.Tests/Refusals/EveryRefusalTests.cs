using System.Reflection;
using System.Text.RegularExpressions;

namespace VillageLedger.Tests;

/// <summary>No refusal without a test that comes upon it, and without words for it.</summary>
public sealed partial class EveryRefusalTests
{
    /// <summary>Decided where files are read, facts are appended, requests are recognised again and reports are asked for; not here.</summary>
    private static readonly string[] DecidedElsewhere = ["IdReused", "AtomicNotDone", "ConflictNotResolved", "AppendTooLarge", "FactTooLarge", "Import", "Position", "Report", "File"];

    private static IEnumerable<RefusalCode> Elsewhere =>
        Enum.GetValues<RefusalCode>().Where(code => DecidedElsewhere.Any(start => code.ToString().StartsWith(start, StringComparison.Ordinal)));

    public static TheoryData<RefusalCode> Codes => [.. Enum.GetValues<RefusalCode>()];

    private static readonly Lazy<HashSet<(string Request, RefusalCode Code)>> Run = new(RunAll);

    /// <summary>Which refusals of which requests the tests come upon.</summary>
    public static IReadOnlyCollection<(string Request, RefusalCode Code)> Reached => Run.Value;

    [Fact]
    public void Every_refusal_is_come_upon_by_a_test()
    {
        var reached = Reached.Select(pair => pair.Code).ToHashSet();
        Enum.GetValues<RefusalCode>().Except(Elsewhere).Except(reached).ShouldBeEmpty();
        reached.Intersect(Elsewhere).ShouldBeEmpty();
    }

    [Fact]
    public void The_count_of_scenarios_is_not_zero() => Scenarios().Count().ShouldBeGreaterThan(200);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_has_a_text_in_both_languages_with_the_same_places(RefusalCode code)
    {
        var key = "refusal." + Refusal.NameOf(code);
        var (zh, en) = (Texts.Of(key, Language.Chinese), Texts.Of(key, Language.English));
        zh.ShouldContain(c => c >= '\u4e00' && c <= '\u9fff');
        en.ShouldAllBe(c => c < '\u3000');
        // Whole sentences; the findings of a month's checks are sentences themselves.
        (zh.EndsWith('。') || zh.EndsWith("{stops}", StringComparison.Ordinal)).ShouldBeTrue(zh);
        (en.EndsWith('.') || en.EndsWith("{stopsEn}", StringComparison.Ordinal)).ShouldBeTrue(en);
        // What stops a month is a text itself, given in each language under a name of its own.
        Places(en).Select(name => name == "stopsEn" ? "stops" : name).ShouldBe(Places(zh), ignoreOrder: true);
    }

    [Fact]
    public void Every_text_is_in_both_languages()
    {
        foreach (var key in Texts.Keys)
        {
            Texts.Of(key, Language.Chinese).ShouldNotBeNullOrWhiteSpace(key);
            Texts.Of(key, Language.English).ShouldNotBeNullOrWhiteSpace(key);
        }
    }

    [Fact]
    public void Every_text_of_a_refusal_has_its_code() =>
        Texts.Keys.Where(key => key.StartsWith("refusal.", StringComparison.Ordinal)).Select(key => key["refusal.".Length..])
            .ShouldBe(Enum.GetValues<RefusalCode>().Select(Refusal.NameOf), ignoreOrder: true);

    [Fact]
    public void Every_check_of_a_month_has_a_text() => Texts.Keys.Where(key => key.StartsWith("check.", StringComparison.Ordinal)).Select(key => key["check.".Length..]).Except(["ok"])
        .ShouldBe(MonthCheck.Names, ignoreOrder: true);

    [Fact]
    public void A_value_with_braces_is_shown_as_it_is() =>
        Refusal.Of(RefusalCode.PlaceHasAnotherName, ("place", "330110"), ("known", "{name}"), ("name", "x")).Message(Language.English)
            .ShouldBe("Place 330110 is registered as '{name}' and cannot also be 'x'. Use the registered name.");

    /// <summary>The tests of reading and deciding: each method with its rows of data.</summary>
    private static IEnumerable<(Type Type, MethodInfo Test, object?[] Arguments)> Scenarios() =>
        from type in typeof(EveryRefusalTests).Assembly.GetTypes()
        where type.IsClass && (type == typeof(ReadingTests) || type == typeof(AllocationRefusalTests) || type == typeof(JointVoucherTests) || type == typeof(ControlAccountsTests) || type == typeof(FundsByHandTests) || type == typeof(FundReversalTests) || RequestTypes.Names.Any(name => type.Name == Pascal(name) + "Tests"))
        from test in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where test.GetCustomAttribute<FactAttribute>() is not null
        from arguments in test.GetParameters().Length == 0 ? [[]] : test.GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data)
        select (type, test, arguments);

    private static HashSet<(string Request, RefusalCode Code)> RunAll()
    {
        var reached = Outcome.Record();
        foreach (var (type, test, arguments) in Scenarios())
        {
            try
            {
                test.Invoke(Activator.CreateInstance(type), arguments);
            }
            catch (TargetInvocationException)
            {
                // The test fails by itself, too, and says why.
            }
        }

        return reached;
    }

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
