namespace VillageLedger;

/// <summary>
/// Works become a fixed asset: proposes the voucher that moves their cost from the account of works, and adds the card. Amounts in fen. Works in use without a final account are taken at an estimate
/// (<paramref name="Provisional"/>): what it is above the cost so far is owed, and the difference is settled later by <c>settle-asset-cost</c>.
/// </summary>
/// <param name="CostFen">What stands on the works unless given; another only as an estimate, and never below it.</param>
public sealed record CompleteWorks(
    string Id, UserId By, Owner Owner, string Works, DateOnly Date, string Asset, string? Name, string Category, string Use, long ResidualFen, int UsefulLifeMonths, long? CostFen, bool? Provisional,
    AccountCode? Account, string? Place, Quantity? Quantity, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CompleteWorks(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("works", AssetFields.IdLength), fields.Date("date"), fields.Text("asset", AssetFields.IdLength),
            fields.OptionalText("name", 100), fields.Text("category", 40), fields.Word("use", AssetFields.Uses), fields.AmountOrZero("residualFen"),
            (int)fields.Whole("usefulLifeMonths", 1, AssetFields.MaxLifeMonths), fields.OptionalAmountOrZero("costFen"), fields.OptionalTrue("provisional"), fields.Optional<AccountCode>("account"),
            fields.OptionalText("place"), AssetFields.Quantity(fields), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var book = AssetBook.Of(world, Owner);
        if (!book.Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        if (!world.Assets(Owner).Works.TryGetValue(Works, out var works)) return Refusal.Of(RefusalCode.WorksUnknown, ("works", Works), ("owner", Owner));
        if (book.CompletionOf(Works) is { } completed) return Refusal.Of(RefusalCode.WorksCompletedAlready, ("works", Works), ("asset", completed.Asset), ("voucher", completed.Voucher));
        if (VoucherRules.CheckMonth(world, Owner, Date) is { } closed) return closed;
        var entries = new AssetEntries(world, book.Accounts);
        var spent = WorksCost.Of(world, Owner, entries.WorksRoot, Works, Month.Of(Date));
        if (spent.Unposted is { } unposted) return Refusal.Of(RefusalCode.WorksUnposted, ("works", Works), ("voucher", unposted));
        if (CostOf(spent) is not { } cost) return Refusal.Of(RefusalCode.WorksCostDiffers, ("works", Works), ("spent", Shown(spent.Fen)), ("cost", new Money(CostFen ?? 0)));
        var card = Card(works, book.Accounts.Standard!, cost);
        if (NewCard.Check(world, book, card) is { } fault) return fault;
        var decision = Proposals.One(world, this, Owner, Voucher(entries, book.Accounts, works, spent, card));
        if (decision.Refusal is not null) return decision;
        var payable = cost - (long)spent.Fen;
        decision = decision.And(Streams.Assets(Owner), new WorksCompleted(Owner, Works, Asset, Date, cost, AsVoucher, payable == 0 ? null : payable)).And(Streams.Assets(Owner), card);
        var at = Month.Of(Date);
        return spent.OpenMonths.Where(month => month != at).Aggregate(book.Guard(decision, Date), (sum, month) => sum.While(Streams.Book(Owner, month)));
    }

    /// <summary>The cost of the asset; null where what is given cannot be.</summary>
    private long? CostOf(WorksCost spent)
    {
        var cost = CostFen is { } given ? given : spent.Fen;
        return cost > 0 && cost <= Money.MaxFen && spent.Fen >= 0 && (cost == spent.Fen || Provisional == true && cost > spent.Fen) ? (long)cost : null;
    }

    private AssetAdded Card(WorksRecord works, string standard, long cost) => new(
        Owner, Asset, AssetClass.Fixed, Name ?? works.Opened.Name, Category, Date, cost, standard, Use, ResidualFen, UsefulLifeMonths, Account: Account, Place: Place, Quantity: Quantity,
        Supplier: works.Opened.Contractor, Voucher: AsVoucher, Document: Document, Works: Works, Provisional: Provisional);

    private VoucherContent Voucher(AssetEntries entries, Accounts accounts, WorksRecord works, WorksCost spent, AssetAdded card)
    {
        var asset = Account is { } own ? accounts.Carrier(own) : entries.OfClass(AssetClass.Fixed);
        return AssetEntries.Voucher(
            Date, $"{works.Opened.Name}（{Works}）完工转固{(Provisional == true ? "（暂估）" : "")}",
            [
                .. AssetEntries.Debit(asset, card.CostFen),
                .. spent.ByAccount.SelectMany(account => AssetEntries.Credit(account.Account, account.Fen, project: Works)),
                .. AssetEntries.Credit(entries.Payable, card.CostFen - (long)spent.Fen, party: works.Opened.Contractor),
            ],
            $"works:{Works}");
    }

    private static string Shown(Int128 fen) => new Money((long)Int128.Clamp(fen, -Money.MaxFen, Money.MaxFen)).ToString();
}
