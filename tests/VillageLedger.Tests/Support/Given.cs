using System.Text;
using System.Text.RegularExpressions;

namespace VillageLedger.Tests;

/// <summary>Given facts or earlier requests, when a request, then exactly these facts in this order, or exactly this refusal.</summary>
internal sealed class Given
{
    private readonly MemoryLedger ledger = new();

    private Given()
    {
    }

    /// <summary>A new ledger: the rules that the program carries are in force, nothing else is known.</summary>
    public static Given ANewLedger()
    {
        var given = new Given();
        foreach (var (kind, name, version) in CarriedRules.Newest) given.ledger.Append(Streams.Rules, new RulesAdopted(kind, name, version));
        return given;
    }

    /// <summary>A village whose book by the chart of 2023 begins in January 2025 without balances.</summary>
    public static Given AVillageBook() => AVillage().Done(Say.OpenBook());

    public static Given AVillage() => ANewLedger().Done(Say.RegisterVillage());

    /// <summary>A village whose share register begins in 2020, with the members m1, m2 and m3, each of 100 units 人口股.</summary>
    public static Given AShareRegister(string mode = "dynamic") =>
        AVillage().Done(SayShares.Open(mode), SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2"), SayShares.Item("m3")));

    /// <summary>A village with the members m1 and m2, and without a share register.</summary>
    public static Given AVillageOfMembers() => AVillage().Done(SayShares.Member("m1"), SayShares.Member("m2"));

    /// <summary>What was stored before, as stored.</summary>
    public Given Fact(string stream, string name, string json)
    {
        ledger.Append(stream, FactTypes.Read(name, Encoding.UTF8.GetBytes(json)));
        return this;
    }

    /// <summary>What a stream has come to.</summary>
    public T State<T>(string stream) => (T)ledger.State(stream);

    /// <summary>The facts of a stream, in order.</summary>
    public IEnumerable<Fact> Facts(string stream) => ledger.Log.Where(next => next.Stream == stream).Select(next => next.Fact);

    /// <summary>What was asked for and done before.</summary>
    public Given Done(params string[] requests) => Done([requests]);

    /// <summary>What was asked for and done before, in groups.</summary>
    public Given Done(params IEnumerable<string>[] groups)
    {
        foreach (var request in groups.SelectMany(group => group))
        {
            var decision = ledger.Ask(request);
            if (decision.Refusal is { } refusal) Assert.Fail($"A request that should have been done before was refused: {refusal.Message(Language.English)}\n{request}");
            ledger.Append(decision, request);
        }

        return this;
    }

    /// <summary>A voucher prepared by wang, reviewed by li, posted by wang.</summary>
    public Given Posted(string id, string date = "2025-01-15", string? lines = null, string more = "") =>
        Done(Say.Prepare(id, date: date, lines: lines, more: more), Say.Review(id), Say.Post(id));

    /// <summary>What comes of a request that is not refused, to be looked at in part.</summary>
    public Decision Decided(string request)
    {
        var decision = ledger.Ask(request);
        if (decision.Refusal is { } refusal) Assert.Fail($"Refused ({refusal.StableCode}): {refusal.Message(Language.English)}");
        return decision;
    }

    /// <summary>What lies in the ledger now.</summary>
    public MemoryLedger Ledger => ledger;

    public Outcome When(string request) => When(Encoding.UTF8.GetBytes(request));

    public Outcome When(byte[] request)
    {
        var read = RequestTypes.Read(request);
        var name = Regex.Match(Encoding.UTF8.GetString(request), "\"request\":\"([a-z-]+)\"").Groups[1].Value;
        if (read.Request is null) return new(read.Refusal!, name);
        var decision = ledger.Decide(read.Request);
        DecidedWithoutTheWorld(read.Request);
        var fetched = ledger.DecideByFetching(read.Request);
        SameDecision(decision, fetched, "with an empty cache");
        return new(decision, name);
    }

    /// <summary>Whatever is missing, deciding answers: the world is fetched after that.</summary>
    private static void DecidedWithoutTheWorld(Request request)
    {
        var world = new World(_ => null, _ => null);
        request.Decide(world);
    }

    private static void SameDecision(Decision one, Decision other, string how)
    {
        if (one.Refusal?.Code != other.Refusal?.Code) Assert.Fail($"Decided {how}: {other.Refusal?.StableCode ?? "done"} instead of {one.Refusal?.StableCode ?? "done"}.");
        var (facts, others) = (one.Facts.Select(f => Stored.Of(f.Stream, f.Fact)), other.Facts.Select(f => Stored.Of(f.Stream, f.Fact)));
        if (!facts.SequenceEqual(others)) Assert.Fail($"Decided {how}, other facts come out.");
    }
}
