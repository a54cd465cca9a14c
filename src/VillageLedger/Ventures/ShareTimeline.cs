using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A version of the shares and the day from which it holds.</summary>
/// <param name="Weights">By address of the holder; whoever has none is not in it.</param>
public sealed record ShareVersion(int Version, DateOnly From, IReadOnlyList<HolderWeight> Weights);

/// <summary>Which shares hold on which day, as the ledger knows it now. A correction takes the place of what begins on its day or later.</summary>
/// <param name="Versions">In the order of their first days.</param>
/// <param name="Latest">The number of the latest version, 0 when there is none.</param>
public sealed record ShareTimeline(ImmutableArray<ShareVersion> Versions, int Latest)
{
    public static readonly ShareTimeline Empty = new([], 0);

    public ShareVersion? Last => Versions.IsEmpty ? null : Versions[^1];

    public ShareVersion? On(DateOnly date) => Versions.LastOrDefault(version => version.From <= date);

    public ShareTimeline With(ShareVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var weights = version.Weights.Where(share => share.Weight > 0).OrderBy(share => share.Holder.Address, StringComparer.Ordinal).ToList();
        return new([.. Versions.Where(other => other.From < version.From), version with { Weights = weights }], version.Version);
    }

    /// <summary>The days of a month by the version that held on them; days before the first shares have none.</summary>
    public IReadOnlyList<ShareSegment> In(Month month)
    {
        var segments = new List<ShareSegment>();
        foreach (var (i, version) in Versions.Index())
        {
            var from = version.From > month.FirstDay ? version.From : month.FirstDay;
            var end = i + 1 < Versions.Length ? Versions[i + 1].From.AddDays(-1) : month.LastDay;
            var to = end < month.LastDay ? end : month.LastDay;
            if (from <= to) segments.Add(new(version.Version, from, to, version.Weights));
        }

        return segments;
    }

    /// <summary>The weights after a transfer, on the last version.</summary>
    public IReadOnlyList<HolderWeight> After(ShareTransferred transferred)
    {
        ArgumentNullException.ThrowIfNull(transferred);
        var weights = (Last?.Weights ?? []).ToDictionary(share => share.Holder, share => share.Weight);
        weights[transferred.Holder] = weights.GetValueOrDefault(transferred.Holder) - transferred.Weight;
        weights[transferred.Taker] = weights.GetValueOrDefault(transferred.Taker) + transferred.Weight;
        return [.. weights.Select(share => new HolderWeight(share.Key, share.Value))];
    }
}
