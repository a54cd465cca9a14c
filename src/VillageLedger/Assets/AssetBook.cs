namespace VillageLedger;

/// <summary>What the cards hold of an account beside what the book does, in fen; the contra accounts with their credit.</summary>
public sealed record AccountComparison(AccountCode Account, string Name, long CardsFen, long BookFen)
{
    public long DifferenceFen => CardsFen - BookFen;
}

/// <summary>An owner's cards as they stand: proposals whose vouchers were discarded or taken back count for nothing.</summary>
public sealed class AssetBook
{
    private readonly World world;
    private readonly AssetRegister register;
    private readonly Dictionary<VoucherId, bool> isVoid = [];

    private AssetBook(World world, Owner owner)
    {
        this.world = world;
        Owner = owner;
        Accounts = world.Accounts(owner);
        register = world.Assets(owner);
        // All are asked for before the first is judged: they are fetched at once.
        foreach (var voucher in ProposedBy(register)) world.PlaceOf(voucher);
        foreach (var voucher in ProposedBy(register)) IsVoid(voucher);
        Cards = Accounts.IsOpen ? Standing() : [];
    }

    public Owner Owner { get; }

    public Accounts Accounts { get; }

    public IReadOnlyList<AssetCard> Cards { get; }

    /// <summary>Proposals of depreciation that stand, in order.</summary>
    public IEnumerable<DepreciationProposed> Depreciation => register.Depreciation.Where(proposed => !IsVoid(proposed.Voucher));

    public static AssetBook Of(World world, Owner owner)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new(world, owner);
    }

    public AssetCard? Find(string asset) => Cards.FirstOrDefault(card => card.Asset == asset);

    /// <summary>When works became an asset; null while they are open.</summary>
    public WorksCompleted? CompletionOf(string works) => register.Works.GetValueOrDefault(works)?.Completed.LastOrDefault(completed => !IsVoid(completed.Voucher));

    /// <summary>Whether what was proposed with a voucher counts for nothing any more.</summary>
    public bool IsVoid(VoucherId voucher)
    {
        if (!isVoid.TryGetValue(voucher, out var known)) isVoid[voucher] = known = Proposals.IsVoid(world, voucher);
        return known;
    }

    /// <summary>What the cards hold at a month's end beside what the book does, by account; accounts that no card stands on are left out.</summary>
    public IReadOnlyList<AccountComparison> Compare(Month month)
    {
        if (Cards.Count == 0) return [];
        var chart = VoucherRules.ChartOf(world, Accounts);
        var cards = new SortedDictionary<AccountCode, Int128>();
        foreach (var card in Cards.Where(card => card.Class is not null && card.Placed <= month))
        {
            var stands = card.StandsAt(month);
            Add(RootOf(card.AccountIn(Accounts)), stands ? card.CostAt(month) : 0);
            if (card.IsWrittenOff) Add(RootOf(card.ContraIn(Accounts)), stands ? -card.AccumulatedAt(month) : 0);
        }

        var book = Balances.AtEndOf(world, Owner, month);
        return
        [
            .. cards.Select(account =>
            {
                var credit = chart.Find(account.Key)?.Side == Side.Credit;
                var balance = book.Where(entry => entry.Key.IsWithin(account.Key)).Aggregate((Int128)0, (sum, entry) => sum + entry.Value);
                return new AccountComparison(account.Key, Accounts.NameOf(chart, account.Key), Fen(credit ? -account.Value : account.Value), Fen(credit ? -balance : balance));
            }),
        ];

        AccountCode RootOf(AccountCode account) => chart.RootOf(account)?.Code ?? account;

        void Add(AccountCode account, long fen) => cards[account] = cards.GetValueOrDefault(account) + fen;
    }

    /// <summary>A decision that holds only while the vouchers of this year and the last one stand as they were read; older ones are not taken back any more.</summary>
    internal Decision Guard(Decision decision, DateOnly date)
    {
        if (decision.Refusal is not null) return decision;
        var written = decision.Facts.Select(fact => fact.Stream).ToHashSet(StringComparer.Ordinal);
        var read = ProposedBy(register).Select(world.PlaceOf).OfType<(Owner Owner, Month Month)>().Where(place => place.Month.Year >= date.Year - 1)
            .Select(place => Streams.Book(place.Owner, place.Month)).Distinct().Where(stream => !written.Contains(stream)).Order(StringComparer.Ordinal);
        return read.Append(Streams.Rules).Aggregate(decision, (sum, stream) => sum.While(stream));
    }

    private static IEnumerable<VoucherId> ProposedBy(AssetRegister register) =>
        register.Depreciation.Select(proposed => proposed.Voucher)
            .Concat(register.Cards.Values.SelectMany(card => card.Disposed.SelectMany(disposed => disposed.Vouchers).Concat(card.Settled.Select(settled => settled.Voucher).OfType<VoucherId>())))
            .Concat(register.Counts.Select(counted => counted.Voucher).OfType<VoucherId>())
            .Concat(register.Works.Values.SelectMany(works => works.Completed.Select(completed => completed.Voucher)));

    private List<AssetCard> Standing()
    {
        var parts = Depreciation
            .SelectMany(proposed => proposed.Parts.Select(part => (part.Asset, Part: new StandingPart(proposed.Month, proposed.Date, proposed.Voucher, part.Fen))))
            .ToLookup(part => part.Asset, part => part.Part, StringComparer.Ordinal);
        var missing = register.Counts.Where(counted => counted.Missing is not null && !(counted.Voucher is { } voucher && IsVoid(voucher)))
            .SelectMany(counted => counted.Missing!.Select(asset => (asset.Asset, Left: new AssetLeaving(counted.Date, "missing", counted.Voucher))))
            .ToLookup(asset => asset.Asset, asset => asset.Left, StringComparer.Ordinal);
        return
        [
            .. register.Cards.Values.Where(record => !IsGone(record)).Select(record => new AssetCard(
                record.Added,
                AssetClass.Find(world, Accounts.Standard!, record.Added.Class),
                record.Amended,
                [.. record.Settled.Where(settled => !(settled.Voucher is { } voucher && IsVoid(voucher)))],
                missing[record.Added.Asset].FirstOrDefault() ?? LeavingOf(record),
                [.. parts[record.Added.Asset]])),
        ];
    }

    /// <summary>Withdrawn, or made of works whose completion was taken back.</summary>
    private bool IsGone(AssetRecord record) => record.IsWithdrawn || record.Added is { Works: not null, Voucher: { } voucher } && IsVoid(voucher);

    /// <summary>A disposal stands while any of its vouchers does.</summary>
    private AssetLeaving? LeavingOf(AssetRecord record)
    {
        foreach (var disposed in record.Disposed)
        {
            if (disposed.Vouchers.Count == 0) return new(disposed.Date, disposed.Way, null);
            foreach (var voucher in disposed.Vouchers)
                if (!IsVoid(voucher)) return new(disposed.Date, disposed.Way, voucher);
        }

        return null;
    }

    private static long Fen(Int128 fen) => fen > Money.MaxFen ? Money.MaxFen : fen < -Money.MaxFen ? -Money.MaxFen : (long)fen;
}
