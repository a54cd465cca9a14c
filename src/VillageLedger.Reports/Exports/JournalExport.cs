using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>All posted vouchers of the ledger, or of one book, with openings, in the order of their dates, for programs of plain-text accounting.</summary>
public static class JournalExport
{
    /// <param name="book">Whose; null: everybody's.</param>
    /// <param name="upTo">As known at this position; null: now.</param>
    public static async Task WriteAsync(EventLog log, TextWriter output, JournalFormat format, Owner? book, long? upTo = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        await using var readers = Roles.Connect(log.Connection, Roles.Reader, maxPoolSize: 2);
        await using var session = await readers.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        // One snapshot for accounts and vouchers: a detail added in between would stand in one and not in the other.
        await using var snapshot = await session.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        var rules = RuleSet.Empty;
        var accounts = new SortedDictionary<string, Accounts>(StringComparer.Ordinal);
        var scope = (Beginning: book is { } one ? $"book/{one.Address}/" : "book/", UpTo: upTo ?? long.MaxValue);
        await foreach (var fact in FactsAsync(session, "stream_id = 'rules' or stream_id like 'accounts/%'", "seq_id", scope, cancellation).ConfigureAwait(false))
        {
            var read = FactTypes.Read(fact.Type, fact.Data.Span);
            if (fact.Stream == Streams.Rules) rules = rules.Evolve(read);
            else if (Wanted(fact.Stream["accounts/".Length..])) accounts[fact.Stream["accounts/".Length..]] = accounts.GetValueOrDefault(fact.Stream["accounts/".Length..], Accounts.Empty).Evolve(read);
        }

        if (book is { } asked && accounts.GetValueOrDefault(asked.Address)?.IsOpen != true) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", asked)));
        var writer = new JournalWriter(output, format, (owner, standard, code) => AccountOf(rules.Chart(standard)!, accounts[owner], standard, code));
        var beginnings = new Queue<(DateOnly Date, Action Write)>(BeginningsOf(accounts, writer).OrderBy(beginning => beginning.Date));
        await foreach (var fact in FactsAsync(session, "type = 'voucher-posted.1' and stream_id in (select id from ledger.mt_streams where starts_with(id, $1))", "data ->> 'date' collate \"C\", seq_id", scope, cancellation).ConfigureAwait(false))
        {
            if (!Streams.TryBook(fact.Stream, out var owner, out _) || !Wanted(owner.Address)) continue;
            var voucher = (VoucherPosted)FactTypes.Read(fact.Type, fact.Data.Span);
            while (beginnings.TryPeek(out var next) && next.Date <= voucher.Date) beginnings.Dequeue().Write();
            writer.Write(new(owner.Address, voucher, fact.Position));
        }

        while (beginnings.TryDequeue(out var last)) last.Write();
        writer.End();

        bool Wanted(string owner) => book is null || book.Value.Address == owner;
    }

    /// <summary>The openings of books, on the day before them, and their conversions: new books begin before anything is entered in them, so each stands before all vouchers of its day.</summary>
    private static IEnumerable<(DateOnly Date, Action Write)> BeginningsOf(SortedDictionary<string, Accounts> accounts, JournalWriter writer)
    {
        foreach (var (owner, known) in accounts)
        {
            if (!known.IsOpen) continue;
            var first = known.Eras.First();
            if (first.Opening.Any(line => (line.DebitFen ?? line.CreditFen) is not null))
                yield return (first.FirstMonth.FirstDay.AddDays(-1), () => writer.Opening(owner, first.Standard!, first.FirstMonth.FirstDay.AddDays(-1), first.Opening));
            foreach (var converted in known.Eras.Select(era => era.Conversion).OfType<BookConverted>())
                yield return (converted.Month.FirstDay, () => writer.Conversion(converted));
        }
    }

    /// <summary>An account of the era of a standard. Those of an earlier era stand apart, under their standard: the same code and name may mean something else, and is another balance.</summary>
    private static JournalAccount AccountOf(Chart chart, Accounts now, string standard, AccountCode code)
    {
        var accounts = now.Eras.Last(era => era.Standard == standard);
        var carrier = accounts.Carrier(code);
        var path = new List<string>();
        for (var parent = ParentOf(carrier); parent is { } above; parent = ParentOf(above)) path.Insert(0, $"{above} {accounts.NameOf(chart, above)}");
        if (accounts.Conversion != now.Conversion) path.Insert(0, standard);
        return new(carrier, accounts.NameOf(chart, carrier), chart.RootOf(carrier)!.Class, path);

        AccountCode? ParentOf(AccountCode account) => chart.Find(account) is { } known ? known.Parent : accounts.Added[account].Parent;
    }

    private static async IAsyncEnumerable<StoredFact> FactsAsync(
        NpgsqlConnection session, string where, string order, (string Beginning, long UpTo) scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select seq_id, stream_id, version, type, timestamp, data from ledger.mt_events where ({where}) and seq_id <= $2 order by {order}", session)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = scope.Beginning }, new() { Value = scope.UpTo } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            yield return new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<DateTime>(4), reader.GetFieldValue<byte[]>(5));
    }
}
