using System.Text.Json;

namespace VillageLedger.Tests;

/// <summary>Short words for allocations in tests. Villages are a, b, c … (<c>village/a</c>).</summary>
internal static class Allot
{
    public static readonly Month June = new(2025, 6);

    public static Holder Holder(string address) => VillageLedger.Holder.TryParse(address.Contains('/', StringComparison.Ordinal) ? address : "village/" + address, out var holder) ? holder : throw new ArgumentException(address);

    /// <summary><c>"a 1200, b 1100"</c></summary>
    public static IReadOnlyList<HolderWeight> Weights(string text) =>
        [.. Pairs(text).Select(pair => new HolderWeight(pair.Holder, pair.Number))];

    public static IReadOnlyList<HolderAmount> Amounts(string text) =>
        [.. Pairs(text).Select(pair => new HolderAmount(pair.Holder, pair.Number))];

    public static IReadOnlyList<HolderWeight> Weights(params long[] weights) =>
        [.. weights.Select((weight, i) => new HolderWeight(Holder($"v{i:D4}"), weight))];

    /// <summary>A month in which the shares did not change.</summary>
    public static AllocationBasis Basis(string shares = "", string paidIn = "", Month? month = null)
    {
        var (of, segments) = (month ?? June, new List<ShareSegment>());
        if (shares.Length > 0) segments.Add(new(1, of.FirstDay, of.LastDay, Weights(shares)));
        return new(of, segments, Amounts(paidIn));
    }

    /// <summary>A month whose shares change: each segment begins on a day and lasts until the next.</summary>
    public static AllocationBasis Changing(params (int From, string Shares)[] segments)
    {
        var ends = segments.Skip(1).Select(segment => segment.From - 1).Append(30);
        return new(June, [.. segments.Zip(ends, (segment, to) => (segment, to)).Select((pair, i) =>
            new ShareSegment(i + 1, new(2025, 6, pair.segment.From), new(2025, 6, pair.to), Weights(pair.segment.Shares)))], []);
    }

    /// <summary>Terms as a request gives them; fails where they cannot be read.</summary>
    public static AllocationTerms? Terms(string? json)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse($$"""{"terms":{{json}}}""");
        var fields = new Fields(document.RootElement);
        var terms = AllocationTerms.ReadFrom(fields);
        return fields.Fault is { } fault ? throw new InvalidOperationException(fault.Message(Language.English)) : terms;
    }

    public static Refusal? FaultOfReading(string json)
    {
        using var document = JsonDocument.Parse($$"""{"terms":{{json}}}""");
        var fields = new Fields(document.RootElement);
        AllocationTerms.ReadFrom(fields);
        return fields.Fault;
    }

    public static Allocated By(string policy, string? terms, long totalFen, AllocationBasis basis)
    {
        var result = AllocationPolicies.Allocate(policy, Terms(terms), totalFen, basis);
        if (result.Refusal is { } refusal) Assert.Fail($"Refused ({refusal.StableCode}): {refusal.Message(Language.English)}");
        SumIsKept(result.Allocated!, totalFen);
        return result.Allocated!;
    }

    public static Outcome Refused(string policy, string? terms, AllocationBasis basis, long totalFen = 100) =>
        new(AllocationPolicies.Allocate(policy, Terms(terms), totalFen, basis).Refusal ?? Decision.Nothing);

    /// <summary>The law of every allocation.</summary>
    public static void SumIsKept(Allocated allocated, long totalFen)
    {
        var given = allocated.Parts.Aggregate((Int128)0, (sum, part) => sum + part.PartFen);
        if (given + allocated.RetainedFen != (Int128)totalFen + allocated.TopUpFen)
            Assert.Fail($"{given} given + {allocated.RetainedFen} retained is not {totalFen} + {allocated.TopUpFen} topped up.");
    }

    /// <summary><c>"a 34, b 33, c 33"</c></summary>
    public static string Shown(this Allocated allocated) => string.Join(", ", allocated.Parts.Select(part => $"{Short(part.Holder)} {part.PartFen}"));

    public static string Shown(IEnumerable<Holder> holders) => string.Join(", ", holders.Select(Short));

    private static string Short(Holder holder) => holder.Kind == "village" ? holder.Code : holder.Address;

    private static IEnumerable<(Holder Holder, long Number)> Pairs(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split(' ')).Select(pair => (Holder(pair[0]), long.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)));
}
