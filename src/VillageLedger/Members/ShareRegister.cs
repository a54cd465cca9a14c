using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>
/// Who holds how many units of a village cooperative's shares (股权登记), on every day. Folded from stream <c>shares/{village}</c>. Entries may come in any
/// order of dates; one counts from the end of its day.
/// </summary>
public sealed record ShareRegister
{
    public static readonly ShareRegister Empty = new();

    private ImmutableDictionary<(Holder Holder, string Kind), UnitsOverTime> Units { get; init; } = ImmutableDictionary<(Holder, string), UnitsOverTime>.Empty;

    private UnitsOverTime Total { get; init; } = UnitsOverTime.Zero;

    private ImmutableDictionary<Holder, ImmutableArray<Freeze>> Freezes { get; init; } = ImmutableDictionary<Holder, ImmutableArray<Freeze>>.Empty;

    /// <summary>How the register was opened; null before.</summary>
    public ShareRegisterOpened? Opened { get; private init; }

    public bool IsOpen => Opened is not null;

    /// <summary>The last record date of a resolved dividend: what was held up to its end changes no more.</summary>
    public DateOnly? LastRecordDate { get; private init; }

    /// <summary>
    /// Units held at the end of a day, of all kinds together, by every holder that has any; in ordinal order of addresses. Frozen shares count: freezing
    /// stops transfer and inheritance, not income. Collective shares are held by <c>village/{code}</c>.
    /// </summary>
    public IReadOnlyList<HolderWeight> HoldingsOn(DateOnly date)
    {
        var sums = new Dictionary<Holder, long>(Units.Count);
        foreach (var ((holder, _), units) in Units) sums[holder] = sums.GetValueOrDefault(holder) + units.On(date);
        return [.. sums.Where(sum => sum.Value > 0).Select(sum => new HolderWeight(sum.Key, sum.Value)).OrderBy(weight => weight.Holder.Address, StringComparer.Ordinal)];
    }

    /// <summary>The units of one kind that a holder has, over time.</summary>
    public UnitsOverTime UnitsOf(Holder holder, string kind) => Units.GetValueOrDefault((holder, kind), UnitsOverTime.Zero);

    /// <summary>The units of all kinds that a holder has at the end of a day.</summary>
    public long UnitsOf(Holder holder, DateOnly date) => ShareKinds.All.Sum(kind => UnitsOf(holder, kind).On(date));

    /// <summary>The units of all holders together, over time.</summary>
    public UnitsOverTime AllUnits => Total;

    /// <summary>The first day from <paramref name="date"/> on at which the holder's shares are frozen; null when there is none.</summary>
    public DateOnly? FrozenFrom(Holder holder, DateOnly date) =>
        FreezesOf(holder).Where(freeze => freeze.Until is not { } until || until > date).Select(freeze => (DateOnly?)(freeze.From > date ? freeze.From : date)).Min();

    /// <summary>Whether the holder's shares are frozen on a day and not released since.</summary>
    public bool CanRelease(Holder holder, DateOnly date) => FreezesOf(holder).Any(freeze => freeze.Until is null && freeze.From <= date);

    public ShareRegister Evolve(Fact fact) => fact switch
    {
        ShareRegisterOpened opened => this with { Opened = opened },
        IShareChanges entry => With(entry),
        SharesFrozen frozen => With(frozen.Holder, FreezesOf(frozen.Holder).Add(new(frozen.Date, null))),
        SharesReleased released => With(released.Holder, [.. FreezesOf(released.Holder).Select(freeze => freeze.Until is null ? freeze with { Until = released.Date } : freeze)]),
        RecordDateSet set => this with { LastRecordDate = LastRecordDate > set.Date ? LastRecordDate : set.Date },
        _ => throw Fold.Unexpected(fact, this),
    };

    private ShareRegister With(IShareChanges entry)
    {
        var units = Units.ToBuilder();
        var sum = 0L;
        foreach (var change in entry.Changes)
        {
            units[(change.Holder, change.Kind)] = units.GetValueOrDefault((change.Holder, change.Kind), UnitsOverTime.Zero).With(entry.Date, change.Units);
            sum += change.Units;
        }

        return this with { Units = units.ToImmutable(), Total = sum == 0 ? Total : Total.With(entry.Date, sum) };
    }

    private ShareRegister With(Holder holder, ImmutableArray<Freeze> freezes) => this with { Freezes = Freezes.SetItem(holder, freezes) };

    private ImmutableArray<Freeze> FreezesOf(Holder holder) => Freezes.GetValueOrDefault(holder, []);

    /// <summary>A time in which shares are frozen.</summary>
    /// <param name="Until">The day from which they are free again; null while they are not.</param>
    private sealed record Freeze(DateOnly From, DateOnly? Until);
}
