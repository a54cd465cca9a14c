namespace VillageLedger;

/// <summary>What an entry in several books is about: how much, how it is split, and whether it stands already.</summary>
/// <param name="Event">The entry of the posting map.</param>
/// <param name="On">The day whose shares split the total.</param>
/// <param name="Parts">Parts in fen; null where shares are needed and there are none on the day.</param>
/// <param name="BookValueFen">What contributed land was held at.</param>
/// <param name="Standing">The entry that stands for it.</param>
internal sealed record JointEntrySource(string Event, DateOnly On, long TotalFen, IReadOnlyList<AllocatedPart>? Parts, string Summary, string? Standing, long BookValueFen = 0)
{
    /// <summary>Of a contribution, a cost or a placing, or of a month's depreciation; null when there is no such thing, or a guarantee, which makes no entry.</summary>
    public static JointEntrySource? Of(Venture venture, string? of, Month? month)
    {
        if (month is { } depreciated) return Depreciation(venture, depreciated);
        if (venture.Contributions.TryGetValue(of!, out var made) && made.Kind != Contribute.Guarantee)
            return new($"contribute-{made.Kind}", made.Date, made.AmountFen, [new(made.Holder, 0, made.AmountFen)], made.Kind == Contribute.Land ? "土地出资" : "现金出资", StandingOf(venture, of!), made.BookValueFen ?? 0);
        if (venture.Costs.TryGetValue(of!, out var cost))
            return new("construct", cost.Date, cost.AmountFen, Split(venture, cost.Date, cost.AmountFen), $"工程款（{cost.Contract}）", StandingOf(venture, of!));
        return venture.Placings.TryGetValue(of!, out var placing) ? PlacingOf(venture, of!, placing) : null;
    }

    /// <summary>The amounts of a posting map's lines for a part or the whole.</summary>
    public IReadOnlyDictionary<string, long> Amounts(long fen) => new Dictionary<string, long>
    {
        ["total"] = TotalFen, ["part"] = fen, ["agreed"] = TotalFen, ["book-value"] = BookValueFen, ["difference"] = TotalFen - BookValueFen,
    };

    /// <summary>What is booked already counts: after the final account only the difference is left.</summary>
    private static JointEntrySource PlacingOf(Venture venture, string of, Placing placing)
    {
        var left = placing.CostFen - venture.Entries.Values.Where(entry => entry.Fact.Of == of && entry.Stage != AllocationStage.Reversed).Sum(entry => entry.Fact.TotalFen);
        return new("place", placing.Fact.Date, left, Split(venture, placing.Fact.Date, left), "工程转入固定资产", null);
    }

    private static JointEntrySource Depreciation(Venture venture, Month month)
    {
        var total = venture.Placings.Values.Sum(placing => placing.Depreciation.In(month));
        var standing = venture.Entries.Values.FirstOrDefault(entry => entry.Fact.Month == month && entry.Stage != AllocationStage.Reversed)?.Fact.Entry;
        return new("depreciate", month.LastDay, total, Split(venture, month.LastDay, total), $"{month.Year}年{month.Number}月折旧", standing);
    }

    private static string? StandingOf(Venture venture, string of) =>
        venture.Entries.Values.FirstOrDefault(entry => entry.Fact.Of == of && entry.Stage != AllocationStage.Reversed)?.Fact.Entry;

    /// <summary>By the shares of a day. A company's own entry needs none.</summary>
    private static IReadOnlyList<AllocatedPart>? Split(Venture venture, DateOnly on, long totalFen)
    {
        if (venture.Form != VentureForms.CoOwned) return [];
        if (venture.Shares.On(on)?.Weights is not { Count: > 0 } weights) return null;
        var split = LargestRemainder.Split(totalFen, weights);
        return [.. weights.Zip(split.Parts, (share, part) => new AllocatedPart(share.Holder, share.Weight, part))];
    }
}
