using System.Text.RegularExpressions;

namespace VillageLedger.Tests;

/// <summary>What came of a request, to be compared with what should have.</summary>
/// <param name="request">The name of the request, as far as it could be read.</param>
internal sealed partial class Outcome(Decision decision, string request = "")
{
    private static readonly AsyncLocal<HashSet<(string Request, RefusalCode Code)>?> Recorder = new();

    /// <summary>The streams that must be as they were read, written or not.</summary>
    public IEnumerable<string> Guarded => decision.Facts.Select(next => next.Stream).Concat(decision.Unchanged).Distinct();

    public Refusal? Refusal => decision.Refusal;

    /// <summary>In the order in which they would be stored.</summary>
    public IReadOnlyList<(string Stream, Fact Fact)> Facts => decision.Facts;

    /// <summary>What is shown with the outcome.</summary>
    public Fact? Result => decision.Result;

    /// <summary>Notes from now on, in this flow of control, which refusals tests come upon.</summary>
    public static HashSet<(string Request, RefusalCode Code)> Record() => Recorder.Value = [];

    /// <summary>Exactly these facts in this order.</summary>
    public Outcome Then(params Stored[] expected)
    {
        if (decision.Refusal is { } refusal) Assert.Fail($"Refused ({refusal.StableCode}): {refusal.Message(Language.English)}");
        var actual = decision.Facts.Select(next => Stored.Of(next.Stream, next.Fact)).ToList();
        if (actual.Count == expected.Length && actual.Zip(expected).All(pair => pair.First.IsSameAs(pair.Second))) return this;
        Assert.Fail($"Expected {Shown(expected)}\nbut came {Shown(actual)}");
        return this;
    }

    /// <summary>Done before: no facts, no refusal.</summary>
    public void ThenNothing() => Then();

    /// <summary>Exactly this refusal, with a whole message in both languages that names these values.</summary>
    public void ThenRefused(RefusalCode code, params (string Name, string Value)[] values)
    {
        if (decision.Refusal is not { } refusal)
        {
            Assert.Fail($"Expected refusal {VillageLedger.Refusal.NameOf(code)} but came {Shown([.. decision.Facts.Select(next => Stored.Of(next.Stream, next.Fact))])}");
            return;
        }

        if (refusal.Code != code) Assert.Fail($"Expected refusal {VillageLedger.Refusal.NameOf(code)} but came {refusal.StableCode}: {refusal.Message(Language.English)}");
        if (decision.Facts.Length > 0) Assert.Fail("A refusal came with facts.");
        foreach (var (name, value) in values)
            if (refusal.Values.GetValueOrDefault(name) != value) Assert.Fail($"Expected {name} '{value}' but came '{refusal.Values.GetValueOrDefault(name)}'.");
        foreach (var language in Enum.GetValues<Language>())
            if (Placeholder().Match(refusal.Message(language)) is { Success: true } open) Assert.Fail($"The message of {refusal.StableCode} leaves {open.Value} open: {refusal.Message(language)}");
        Recorder.Value?.Add((request, code));
    }

    private static string Shown(IReadOnlyCollection<Stored> facts) => facts.Count == 0 ? "nothing" : string.Concat(facts.Select(fact => "\n  " + fact));

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();
}
