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

    /// <summary>The owner and month in whose stream a voucher was prepared; null when there is no such voucher.</summary>
    public (Owner Owner, Month Month)? PlaceOf(VoucherId voucher) => Streams.TryBook(StreamOf(voucher), out var owner, out var month) ? (owner, month) : null;

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
