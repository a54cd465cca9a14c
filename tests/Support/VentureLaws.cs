namespace VillageLedger.Support;

/// <summary>What must hold at every append's end for a venture and its holders, read from the facts as stored.</summary>
internal sealed class VentureLaws
{
    private readonly Dictionary<(string Venture, Holder Holder), long> owed = [];
    private readonly Dictionary<(string Venture, Holder Holder), long> booked = [];
    private readonly Dictionary<string, Venture> ventures = new(StringComparer.Ordinal);

    /// <summary>How many appends were looked at.</summary>
    public int Appends { get; private set; }

    public IReadOnlyCollection<Venture> Ventures => ventures.Values;

    /// <summary>Takes every fact in order and checks at every append's end.</summary>
    public static async Task<VentureLaws> HoldAsync(TestLedger ledger)
    {
        var laws = new VentureLaws();
        var ends = (await ledger.QueryAsync<long>("select last_position from ledger.request")).ToHashSet();
        await foreach (var stored in ledger.Log.ReadAllAsync(0))
        {
            laws.Take(stored.Stream, FactTypes.Read(stored.Type, stored.Data.Span));
            if (ends.Contains(stored.Position)) laws.Check(stored.Position);
        }

        return laws;
    }

    private void Take(string stream, Fact fact)
    {
        if (Streams.Kind(stream) == Owner.VentureKind) ventures[stream] = ventures.GetValueOrDefault(stream, Venture.Empty).Evolve(fact);
        if (fact is not VoucherPosted posted || !Streams.TryBook(stream, out var owner, out _)) return;
        foreach (var line in posted.Lines)
        {
            if (line.Party is not { } party) continue;
            if (owner.Kind == Owner.VentureKind && line.Account.IsWithin(ControlAccounts.Payable)) Add(owed, (owner.Code, party), line.Credit - line.Debit);
            if (ControlAccounts.IsReceivable(posted.Standard, line.Account, party)) Add(booked, (party.Code, Holder.Of(owner)), line.Debit - line.Credit);
        }
    }

    private void Check(long position)
    {
        Appends++;
        foreach (var key in owed.Keys.Union(booked.Keys)) owed.GetValueOrDefault(key).ShouldBe(booked.GetValueOrDefault(key), $"{key} at position {position}");
        foreach (var (stream, venture) in ventures)
        {
            foreach (var allocation in venture.Allocations.Values)
            {
                allocation.Fact.Parts.Sum(part => part.PartFen).ShouldBe(allocation.Fact.TotalFen + (allocation.Fact.TopUpFen ?? 0) - (allocation.Fact.RetainedFen ?? 0));
                foreach (var (holder, paid) in allocation.PaidFen) paid.ShouldBeInRange(0, allocation.PartOf(holder)!.Value);
                allocation.Payments.Values.GroupBy(paid => (paid.Holder, paid.Reference)).ShouldAllBe(paid => paid.Count() == 1);
            }

            venture.Allocations.Values.Where(allocation => allocation.IsStanding && allocation.Fact.Supplements is null).GroupBy(allocation => allocation.Fact.Month).ShouldAllBe(month => month.Count() == 1);
            foreach (var holder in venture.Holders)
                owed.GetValueOrDefault((venture.Founded!.Venture, holder)).ShouldBe(
                    venture.Allocations.Values.Where(allocation => allocation.Stage == AllocationStage.Confirmed).Sum(allocation => (allocation.PartOf(holder) ?? 0) - allocation.PaidFen.GetValueOrDefault(holder)),
                    $"{stream} and {holder} at position {position}");
        }
    }

    private static void Add(Dictionary<(string, Holder), long> sums, (string, Holder) key, long fen) => sums[key] = sums.GetValueOrDefault(key) + fen;
}
