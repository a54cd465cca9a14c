using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>An era of a member's book that a period reaches.</summary>
/// <param name="IsLast">Whether it is the one whose balances stand at the period's end.</param>
internal sealed record MemberBook(Owner Owner, long Number, string Standard, Month Month, bool IsLast);

/// <summary>What a member has on a level-1 account, in fen, debit positive: its balance at the period's end and its turnover of the period without transfers (accounts of income and expense).</summary>
/// <param name="Accounts">As they stand on the lines.</param>
internal sealed record MemberAccount(MemberBook Book, ChartAccount Root, IReadOnlyList<AccountCode> Accounts, long BalanceFen, long TurnoverFen);

/// <summary>What of it names another member; <c>CreditFen</c> is the period's credits without transfers.</summary>
/// <param name="Named">As the lines name it: a venture that is a company under either name.</param>
internal sealed record MemberParty(MemberBook Book, ChartAccount Root, AccountCode Account, Holder Named, Owner Party, long BalanceFen, long TurnoverFen, long CreditFen);

/// <summary>The books of members as known at a position, read set by set from running sums, their openings, and the few lines between members.</summary>
internal sealed class ConsolidatedBooks
{
    private readonly ReadModels models;
    private readonly long position;
    private readonly Period period;
    private readonly ConsolidatedMembers members;
    private readonly Dictionary<long, MemberBook> books;
    private readonly IReadOnlyDictionary<string, Chart> charts;

    private ConsolidatedBooks(ReadModels models, long position, Period period, ConsolidatedMembers members, Dictionary<long, MemberBook> books, IReadOnlyDictionary<string, Chart> charts) =>
        (this.models, this.position, this.period, this.members, this.books, this.charts) = (models, position, period, members, books, charts);

    public IReadOnlyList<MemberAccount> Accounts { get; private set; } = [];

    public IReadOnlyList<MemberParty> Parties { get; private set; } = [];

    /// <summary>Members that have no book by the period's end.</summary>
    public IReadOnlyList<Owner> Without { get; private set; } = [];

    public static async Task<ConsolidatedBooks> ReadAsync(ReadModels models, LogMoment at, Period period, ConsolidatedMembers members, CancellationToken cancellation)
    {
        await models.CatchUpAsync("books_2", at.Position, cancellation).ConfigureAwait(false);
        var rows = await SqlRows.ReadAsync(
            models.Readers, "select owner, position, standard, month from books_2.book where owner = any($1) and position <= $2 and month <= $3 order by owner, position",
            reader => (Owner: reader.GetString(0), Number: reader.GetInt64(1), Standard: reader.GetString(2), Month: reader.Month(3)), cancellation,
            members.All.Select(member => member.Owner.Address).ToArray(), at.Position, period.To.Key).ConfigureAwait(false);
        var books = new Dictionary<long, MemberBook>();
        foreach (var book in rows.GroupBy(row => row.Owner, StringComparer.Ordinal))
        {
            var eras = book.ToList();
            foreach (var (i, era) in eras.Index())
                if (i + 1 == eras.Count || eras[i + 1].Month > period.From) books[era.Number] = new(OwnerOf(era.Owner), era.Number, era.Standard, era.Month, i + 1 == eras.Count);
        }

        var read = new ConsolidatedBooks(models, at.Position, period, members, books, await ChartsAt.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false));
        read.Without = [.. members.All.Select(member => member.Owner).Except(books.Values.Select(book => book.Owner))];
        await read.ReadAccountsAsync(cancellation).ConfigureAwait(false);
        return read;
    }

    private async Task ReadAccountsAsync(CancellationToken cancellation)
    {
        var all = books.Keys.ToArray();
        var last = books.Values.Where(book => book.IsLast).Select(book => book.Number).ToArray();
        var first = books.Count == 0 ? period.From.Year : books.Values.Min(book => book.Month.Year);
        var toEnd = new Period(new(Math.Min(first, period.To.Year), 1), period.To);
        var openings = await OpeningsAsync(all, cancellation).ConfigureAwait(false);
        var balances = Add(await SumsAsync(last, toEnd, "", cancellation).ConfigureAwait(false), openings.Where(line => books[line.Book].IsLast).Select(line => ((line.Book, line.Account), line.Fen)));
        var turnover = Add(
            Add(await SumsAsync(all, period, "and t.account >= '5'", cancellation).ConfigureAwait(false), await TransfersAsync(all, cancellation).ConfigureAwait(false)),
            openings.Where(line => IsTurnover(line.Book, line.Account) && books[line.Book].Month.Previous is var before && before >= period.From && before <= period.To).Select(line => ((line.Book, line.Account), line.YearFen)));
        Accounts =
        [
            .. from code in balances.Keys.Union(turnover.Keys)
               let book = books[code.Book]
               let root = RootOf(book, code.Account)
               group code by (book, root) into same
               orderby same.Key.root.Code, same.Key.book.Owner.Address, same.Key.book.Number
               select new MemberAccount(
                   same.Key.book, same.Key.root, [.. same.Select(code => code.Account).Order()], same.Sum(code => balances.GetValueOrDefault(code)),
                   same.Sum(code => IsTurnover(code.Book, code.Account) ? turnover.GetValueOrDefault(code) : 0)),
        ];
        await ReadPartiesAsync(all, openings, cancellation).ConfigureAwait(false);
    }

    private async Task ReadPartiesAsync(long[] all, IReadOnlyList<OpeningRow> openings, CancellationToken cancellation)
    {
        var named = members.All.Select(member => member.Owner.Address).Concat(members.Aliases.Keys).ToHashSet(StringComparer.Ordinal);
        var lines = await SqlRows.ReadAsync(
            models.Readers,
            $"""
            select book, account, party, sum(debit_fen - credit_fen)::bigint,
                   coalesce(sum(debit_fen - credit_fen) filter (where month >= $4 and kind <> 'transfer'), 0)::bigint, coalesce(sum(credit_fen) filter (where month >= $4 and kind <> 'transfer'), 0)::bigint
            from books_2.line where book = any($1) and month <= $2 and position <= $3 and {BooksProjection.BetweenOwners} and party = any($5) group by book, account, party
            """,
            reader => new PartyRow(reader.GetInt64(0), new(reader.GetString(1)), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)), cancellation,
            all, period.To.Key, position, period.From.Key, named.ToArray()).ConfigureAwait(false);
        var opened = openings.Where(line => line.Party is { } party && named.Contains(party)).Select(line => new PartyRow(line.Book, line.Account, line.Party!, line.Fen, 0, 0));
        Parties =
        [
            .. from row in lines.Concat(opened)
               let book = books[row.Book]
               let party = OwnerOf(members.Aliases.GetValueOrDefault(row.Party, row.Party))
               where party != book.Owner && members.All.Any(member => member.Owner == party)
               group row by (book, row.Account, row.Party, party) into same
               orderby same.Key.book.Owner.Address, same.Key.Account, same.Key.Party
               select new MemberParty(
                   same.Key.book, RootOf(same.Key.book, same.Key.Account), same.Key.Account, HolderOf(same.Key.Party), same.Key.party,
                   same.Key.book.IsLast ? same.Sum(row => row.Balance) : 0, same.Sum(row => row.Turnover), same.Sum(row => row.Credit)),
        ];
    }

    private bool IsTurnover(long book, AccountCode account) => RootOf(books[book], account).Class is AccountClass.Income or AccountClass.Expense;

    private ChartAccount RootOf(MemberBook book, AccountCode account) => charts[book.Standard].RootOf(account) ?? throw new InvalidOperationException($"Account {account} is under none of {book.Standard}.");

    /// <summary>Turnover of each account in a period, debit positive, by the last running sum of each of its years and months.</summary>
    private async Task<Dictionary<(long Book, AccountCode Account), long>> SumsAsync(long[] of, Period months, string only, CancellationToken cancellation) =>
        (await SqlRows.ReadAsync(
            models.Readers,
            $"""
            select t.book, t.account, s.fen from books_2.touched t cross join lateral (
                select coalesce(sum(l.fen), 0)::bigint as fen from (
                    select y.fen from unnest($3) as p(year) cross join lateral (
                        select year_debit_fen - year_credit_fen as fen from books_2.line
                        where book = t.book and account = t.account and year = p.year and position <= $1 order by position desc, line desc limit 1) as y
                    union all
                    select m.fen from unnest($4) as p(month) cross join lateral (
                        select month_debit_fen - month_credit_fen as fen from books_2.line
                        where book = t.book and account = t.account and month = p.month and position <= $1 order by position desc, line desc limit 1) as m) as l) as s
            where t.book = any($2) and t.position <= $1 {only}
            """,
            reader => (Key: (reader.GetInt64(0), new AccountCode(reader.GetString(1))), Fen: reader.GetInt64(2)), cancellation,
            position, of, months.Years.ToArray(), months.SingleMonths.Select(month => month.Key).ToArray()).ConfigureAwait(false)).ToDictionary(row => row.Key, row => row.Fen);

    /// <summary>What transfers (结转) took out of income and expense, to be put back.</summary>
    private async Task<IReadOnlyList<((long Book, AccountCode Account) Key, long Fen)>> TransfersAsync(long[] of, CancellationToken cancellation) => await SqlRows.ReadAsync(
        models.Readers,
        """
        select book, account, -sum(debit_fen - credit_fen)::bigint from books_2.line
        where book = any($1) and month between $2 and $3 and position <= $4 and kind = 'transfer' and account >= '5' group by book, account
        """,
        reader => ((reader.GetInt64(0), new AccountCode(reader.GetString(1))), reader.GetInt64(2)), cancellation, of, period.From.Key, period.To.Key, position).ConfigureAwait(false);

    private Task<IReadOnlyList<OpeningRow>> OpeningsAsync(long[] of, CancellationToken cancellation) => SqlRows.ReadAsync(
        models.Readers,
        """
        select o.book, o.account, o.party, o.debit_fen - o.credit_fen, o.year_debit_fen - o.year_credit_fen from unnest($1) as b(book)
        join books_2.opening o on o.book = b.book and o.position = (select max(position) from books_2.opened where book = b.book and position <= $2)
        """,
        reader => new OpeningRow(reader.GetInt64(0), new(reader.GetString(1)), reader.OptionalText(2), reader.GetInt64(3), reader.GetInt64(4)), cancellation, of, position);

    private static Dictionary<(long Book, AccountCode Account), long> Add(Dictionary<(long Book, AccountCode Account), long> sums, IEnumerable<((long Book, AccountCode Account) Key, long Fen)> more)
    {
        foreach (var (key, fen) in more) sums[key] = sums.GetValueOrDefault(key) + fen;
        return sums;
    }

    private static Owner OwnerOf(string address) => Owner.TryParse(address, out var owner) ? owner : throw new InvalidOperationException($"'{address}' keeps no book.");

    private static Holder HolderOf(string address) => Holder.TryParse(address, out var holder) ? holder : throw new InvalidOperationException($"'{address}' is no holder.");

    private sealed record OpeningRow(long Book, AccountCode Account, string? Party, long Fen, long YearFen);

    private sealed record PartyRow(long Book, AccountCode Account, string Party, long Balance, long Turnover, long Credit);
}
