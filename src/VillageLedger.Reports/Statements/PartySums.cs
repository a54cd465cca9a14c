using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Balances of some accounts at some moments per lowest account and party, debit positive: those of 内部往来, which are never set off against each other.</summary>
internal sealed class PartySums
{
    private readonly Dictionary<(AccountCode Account, Holder? Party), long[]> balances = [];
    private readonly StatementSums sums;
    private readonly IReadOnlyList<BalanceMoment> moments;

    private PartySums(StatementSums sums, IReadOnlyList<BalanceMoment> moments) => (this.sums, this.moments) = (sums, moments);

    public static async Task<PartySums> ReadAsync(ReadModels models, LedgerBook ledger, StatementSums sums, IReadOnlyList<AccountCode> accounts, IReadOnlyList<BalanceMoment> moments, CancellationToken cancellation)
    {
        var read = new PartySums(sums, moments);
        if (accounts.Count == 0) return read;
        foreach (var line in sums.Book.Opening.Where(line => accounts.Contains(line.Account)))
            foreach (var (i, moment) in moments.Index())
                read.Of(line.Account, line.Party)[i] += StatementSums.NetOf(line) - (moment.IsLessBefore ? StatementSums.BeforeOf(line) : 0);
        foreach (var (i, moment) in moments.Index())
            foreach (var (account, party, net) in await LinesAsync(models.Readers, ledger.At.Position, sums.Book.Number, accounts, moment.Through, cancellation).ConfigureAwait(false))
                read.Of(account, party)[i] += net;
        foreach (var line in (await RestatedLines.OfBookAsync(models, ledger.At.Position, sums.Book.Number, cancellation).ConfigureAwait(false)).Where(line => accounts.Contains(line.Account)))
            foreach (var (i, moment) in moments.Index())
                read.Of(line.Account, line.Party)[i] += (line.Debit - line.Credit) * ((line.Concerns <= moment.Through ? 1 : 0) - (line.Month <= moment.Through ? 1 : 0));
        return read;
    }

    /// <summary>The balances on a side among accounts, added up, with what they are the sum of.</summary>
    public Figure On(Side side, Func<AccountCode, bool> wanted, BalanceMoment moment)
    {
        var (i, sign) = (moments.Index().First(one => one.Item == moment).Index, StatementSums.SignOf(side));
        return Figure.Sum(balances.Where(pair => wanted(pair.Key.Account) && pair.Value[i] * sign > 0)
            .OrderBy(pair => pair.Key.Account).ThenBy(pair => pair.Key.Party?.Address, StringComparer.Ordinal)
            .Select(pair => new Figure(pair.Value[i] * sign, sums.SourcesOf(Carried(pair.Key.Account), moment, sign, pair.Key.Party, pair.Key.Party is null))));
    }

    /// <summary>How many balances stand on a side.</summary>
    public int Count(Side side, BalanceMoment moment) => moments.Index().First(one => one.Item == moment).Index is var i ? balances.Count(pair => pair.Value[i] * StatementSums.SignOf(side) > 0) : 0;

    /// <summary>As the lines have them: the account itself and those that it carries.</summary>
    private IReadOnlyList<AccountCode> Carried(AccountCode account) => sums.Accounts(touched => sums.Book.Carrier(touched) == account);

    private long[] Of(AccountCode account, Holder? party)
    {
        var key = (sums.Book.Carrier(account), party);
        if (!balances.TryGetValue(key, out var of)) balances.Add(key, of = new long[moments.Count]);
        return of;
    }

    private static async Task<List<(AccountCode Account, Holder? Party, long Net)>> LinesAsync(
        Readers readers, long position, long book, IReadOnlyList<AccountCode> accounts, Month through, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand(
            """
            select account, party, sum(debit_fen - credit_fen)::bigint from unnest($2) as a(code) join books_2.line l on l.book = $1 and l.account = a.code and l.month <= $3 and l.position <= $4
            group by account, party
            """);
        foreach (var value in (object[])[book, accounts.Select(account => account.Value).ToArray(), through.Key, position]) command.Parameters.Add(new() { Value = value });
        var found = new List<(AccountCode, Holder?, long)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            found.Add((new(reader.GetString(0)), !reader.IsDBNull(1) && Holder.TryParse(reader.GetString(1), out var party) ? party : null, reader.GetInt64(2)));
        return found;
    }
}
