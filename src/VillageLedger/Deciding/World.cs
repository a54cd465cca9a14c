namespace VillageLedger;

/// <summary>
/// What a decision is made on: the states of the streams it asks for. A stream that is not there yet is answered with its empty state and
/// noted in <see cref="MissingStreams"/>; whoever runs the decision fetches what is missing and decides again, so that a decider need not say beforehand what it will read.
/// </summary>
public sealed class World
{
    private readonly Func<string, object?> find;
    private readonly Func<VoucherId, string?> locate;
    private readonly HashSet<string> missingStreams = new(StringComparer.Ordinal);
    private readonly HashSet<VoucherId> missingVouchers = [];

    /// <param name="find">The state of a stream, or null when it has not been fetched.</param>
    /// <param name="locate">The stream of a request's first fact, which is where a voucher was prepared; "" when there is no such request, or null when nobody looked yet.</param>
    public World(Func<string, object?> find, Func<VoucherId, string?> locate)
    {
        this.find = find;
        this.locate = locate;
    }

    public IReadOnlyCollection<string> MissingStreams => missingStreams;

    public IReadOnlyCollection<VoucherId> MissingVouchers => missingVouchers;

    /// <summary>Whether every answer was a real one.</summary>
    public bool IsComplete => missingStreams.Count == 0 && missingVouchers.Count == 0;

    public RuleSet Rules => State<RuleSet>(Streams.Rules);

    public Place Place(string prefix) => State<Place>(Streams.Place(prefix));

    public Registration Village(string code) => State<Registration>(Streams.Village(code));

    public Company Company(string code) => State<Company>(Streams.Company(code));

    public Venture Venture(string id) => State<Venture>(Streams.Venture(id));

    public Dividend Dividend(string id) => State<Dividend>(Streams.Dividend(id));

    public Registration Party(string id) => State<Registration>(Streams.Party(id));

    public Member Member(string id) => State<Member>(Streams.Member(id));

    /// <summary>The share register of a village's cooperative.</summary>
    public ShareRegister Shares(string village) => State<ShareRegister>(Streams.Shares(village));

    /// <summary>Whoever an address names.</summary>
    public Registration Holder(Holder holder) => Registered(holder.Address);

    public Registration Owner(Owner owner) => Registered(owner.Address);

    public Accounts Accounts(Owner owner) => State<Accounts>(Streams.Accounts(owner));

    public BookMonth Book(Owner owner, Month month) => State<BookMonth>(Streams.Book(owner, month));

    /// <summary>An owner's claims (报账单).</summary>
    public ClaimRegister Claims(Owner owner) => State<ClaimRegister>(Streams.Claims(owner));

    /// <summary>What auditors ask about an owner's books (疑点).</summary>
    public QuestionRegister Questions(Owner owner) => State<QuestionRegister>(Streams.Questions(owner));

    /// <summary>Who approves claims up to which amount, of an owner or a place.</summary>
    public Approvals Approvals(string scope) => State<Approvals>(Streams.Approvals(scope));

    /// <summary>What an invoice was used for.</summary>
    public InvoiceUse Invoice(string key) => State<InvoiceUse>(Streams.Invoice(key));

    /// <summary>An owner's bank accounts, cashiers and cash counts.</summary>
    public CashDesk Cash(Owner owner) => State<CashDesk>(Streams.Cash(owner));

    /// <summary>The statement of one bank account and what it was matched with.</summary>
    public BankStatement Bank(Owner owner, string account) => State<BankStatement>(Streams.Bank(owner, account));

    /// <summary>An owner's numbered forms: receipts and cheques.</summary>
    public FormRegister Forms(Owner owner) => State<FormRegister>(Streams.Forms(owner));

    /// <summary>An owner's leases and other contracts.</summary>
    public ContractRegister Contracts(Owner owner) => State<ContractRegister>(Streams.Contracts(owner));

    /// <summary>An owner's asset cards, land, forest and water.</summary>
    public AssetRegister Assets(Owner owner) => State<AssetRegister>(Streams.Assets(owner));

    /// <summary>An owner's earmarked money (专项应付款, 一事一议资金).</summary>
    public FundRegister Funds(Owner owner) => State<FundRegister>(Streams.Funds(owner));

    /// <summary>The thresholds that a place has set.</summary>
    public Thresholds Thresholds(string place) => State<Thresholds>(Streams.Thresholds(place));

    /// <summary>The villages of a group, by month.</summary>
    public VillageGroup VillageGroup(string id) => State<VillageGroup>(Streams.VillageGroup(id));

    /// <summary>The owner and month in whose stream a voucher was prepared; null when there is no such voucher.</summary>
    public (Owner Owner, Month Month)? PlaceOf(VoucherId voucher) => Streams.TryBook(StreamOf(voucher.Request), out var owner, out var month) ? (owner, month) : null;

    /// <summary>The stream that holds the first fact of a request; "" when there is no such request.</summary>
    public string StreamOf(VoucherId request)
    {
        var stream = locate(request);
        if (stream is null) missingVouchers.Add(request);
        return stream ?? "";
    }

    private Registration Registered(string address) => Streams.Kind(address) switch
    {
        VillageLedger.Owner.CompanyKind => State<Company>(address).Registration,
        VillageLedger.Owner.VentureKind => State<Venture>(address).Registration,
        VillageLedger.Holder.MemberKind => State<Member>(address).Registration,
        _ => State<Registration>(address),
    };

    private T State<T>(string stream)
    {
        if (find(stream) is T state) return state;
        missingStreams.Add(stream);
        return (T)Fold.EmptyOf(stream);
    }
}
