namespace VillageLedger;

/// <summary>What an entry in several books is about: how much, how it is split, and whether it stands already.</summary>
/// <param name="Event">The entry of the posting map.</param>
/// <param name="From">The day of what is entered: no entry is dated before it.</param>
/// <param name="On">The day whose shares split the total.</param>
/// <param name="TotalFen">What is left to enter.</param>
/// <param name="Parts">Parts in fen; null where shares are needed and there are none on the day.</param>
/// <param name="BookValueFen">What contributed land was held at.</param>
/// <param name="Standing">The entry that stands for all of it.</param>
/// <param name="PaidFen">What each holder's cash paid of the total, where others gave land instead; null where everybody paid its part.</param>
internal sealed record JointEntrySource(
    string Event, DateOnly From, DateOnly On, long TotalFen, IReadOnlyList<AllocatedPart>? Parts, string Summary, string? Standing, long BookValueFen = 0,
    IReadOnlyDictionary<Holder, long>? PaidFen = null)
{
    /// <summary>Of a contribution, a cost or a placing, or of a month's depreciation; null when there is no such thing, or a guarantee, which makes no entry.</summary>
    public static JointEntrySource? Of(Venture venture, string? of, Month? month)
    {
        if (month is { } depreciated) return Depreciation(venture, depreciated);
        if (venture.Contributions.TryGetValue(of!, out var made) && made.Kind != Contribute.Guarantee)
        {
            var parts = new AllocatedPart(made.Holder, 0, made.AmountFen);
            return new($"contribute-{made.Kind}", made.Date, made.Date, made.AmountFen, [parts], made.Kind == Contribute.Land ? "土地出资" : "现金出资", Entered(venture, of).Id, made.BookValueFen ?? 0);
        }

        if (venture.Costs.TryGetValue(of!, out var cost))
            return new("construct", cost.Date, cost.Date, cost.AmountFen, SplitByCash(venture, cost.Date, cost.AmountFen) ?? Split(venture, cost.Date, cost.AmountFen), $"工程款（{cost.Contract}）", Entered(venture, of).Id);
        return venture.Placings.TryGetValue(of!, out var placing) ? PlacingOf(venture, of!, placing) : null;
    }

    /// <summary>The amounts of a posting map's lines for the whole.</summary>
    public IReadOnlyDictionary<string, long> Amounts() => new Dictionary<string, long> { ["total"] = TotalFen, ["agreed"] = TotalFen };

    /// <summary>
    /// The amounts of a posting map's lines in a holder's book. Whoever paid more than its part of the building has got part of the land for it, from whoever gave land and
    /// paid less: the difference goes between the land and the building, and land and building end with the shares.
    /// </summary>
    public IReadOnlyDictionary<string, long> Amounts(AllocatedPart part)
    {
        var paid = PaidFen is null ? part.PartFen : PaidFen.GetValueOrDefault(part.Holder);
        return new Dictionary<string, long>
        {
            ["part"] = part.PartFen, ["agreed"] = TotalFen, ["book-value"] = BookValueFen, ["difference"] = TotalFen - BookValueFen,
            ["paid"] = paid, ["land-taken"] = Math.Max(0, paid - part.PartFen), ["land-given"] = Math.Max(0, part.PartFen - paid),
        };
    }

    /// <summary>What is entered already counts: after the final account only the difference is left, from its day on.</summary>
    private static JointEntrySource PlacingOf(Venture venture, string of, Placing placing)
    {
        var (entered, id) = Entered(venture, of);
        var left = placing.CostFen - entered;
        return new("place", id is null ? placing.Fact.Date : placing.KnownOn, placing.Fact.Date, left, Split(venture, placing.Fact.Date, left), "工程转入固定资产", left == 0 ? id : null, PaidFen: PaidOf(venture, placing.Fact.Date, left));
    }

    /// <summary>What each holder's cash paid of the building; only where land was given for a share in it, and all who paid have one.</summary>
    private static Dictionary<Holder, long>? PaidOf(Venture venture, DateOnly on, long totalFen)
    {
        if (venture.Form != VentureForms.CoOwned || !venture.Contributions.Values.Any(made => made.Kind == Contribute.Land && made.Date <= on)) return null;
        var holders = venture.Shares.On(on)?.Weights.Select(share => share.Holder).ToHashSet() ?? [];
        return SplitByCash(venture, on, totalFen) is { } paid && paid.All(part => holders.Contains(part.Holder)) ? paid.ToDictionary(part => part.Holder, part => part.PartFen) : null;
    }

    /// <summary>By the cash that holders have contributed up to a day: it is their money that is spent. Null where none has been.</summary>
    private static IReadOnlyList<AllocatedPart>? SplitByCash(Venture venture, DateOnly on, long totalFen)
    {
        if (venture.Form != VentureForms.CoOwned) return null;
        var cash = venture.Contributions.Values.Where(made => made.Kind == Contribute.Cash && made.Date <= on)
            .GroupBy(made => made.Holder).Select(made => new HolderWeight(made.Key, made.Sum(one => one.AmountFen)))
            .OrderBy(paid => paid.Holder.Address, StringComparer.Ordinal).ToList();
        if (cash.Count == 0) return null;
        var split = LargestRemainder.Split(totalFen, cash);
        return [.. cash.Zip(split.Parts, (paid, part) => new AllocatedPart(paid.Holder, paid.Weight, part))];
    }

    /// <summary>What is entered already counts: what was placed or settled since for this month is left.</summary>
    private static JointEntrySource Depreciation(Venture venture, Month month)
    {
        var (entered, id) = Entered(venture, month: month);
        var left = venture.Placings.Values.Sum(placing => placing.Depreciation.In(month)) - entered;
        return new("depreciate", month.FirstDay, month.LastDay, left, Split(venture, month.LastDay, left), $"{month.Year}年{month.Number}月折旧", left == 0 ? id : null);
    }

    /// <summary>What the entries that stand for a thing or a month come to, in fen, and the first of them.</summary>
    private static (long Fen, string? Id) Entered(Venture venture, string? of = null, Month? month = null)
    {
        var entries = venture.Entries.Values.Where(entry => entry.Stage != AllocationStage.Reversed && entry.Fact.Of == of && entry.Fact.Month == month).Select(entry => entry.Fact).ToList();
        return (entries.Sum(entry => entry.TotalFen), entries.Select(entry => entry.Entry).Order(StringComparer.Ordinal).FirstOrDefault());
    }

    /// <summary>By the shares of a day. A company's own entry needs none.</summary>
    private static IReadOnlyList<AllocatedPart>? Split(Venture venture, DateOnly on, long totalFen)
    {
        if (venture.Form != VentureForms.CoOwned) return [];
        if (venture.Shares.On(on)?.Weights is not { Count: > 0 } weights) return null;
        var split = LargestRemainder.Split(totalFen, weights);
        return [.. weights.Zip(split.Parts, (share, part) => new AllocatedPart(share.Holder, share.Weight, part))];
    }
}
