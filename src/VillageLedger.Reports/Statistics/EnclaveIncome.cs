namespace VillageLedger.Reports;

/// <summary>
/// 飞地抱团 investment income of villages in a year, as known at a position: lines on accounts of investment income that name an enclave venture or its company, or whose voucher enters what such a venture owes the village.
/// </summary>
internal static class EnclaveIncome
{
    /// <summary>Fen by village; villages without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(
        ReadModels models, long position, int year, IReadOnlyList<string> villages, VillageBooks books, IncomeSources sources, CancellationToken cancellation)
    {
        await models.CatchUpAsync(VenturesProjection.Schema, position, cancellation).ConfigureAwait(false);
        var enclaves = await SqlRows.ReadAsync(
            models.Readers, "select venture, company from ventures_1.venture where kind = 'enclave' and position <= $1", reader => (Venture: reader.GetString(0), Company: reader.OptionalText(1)), cancellation, position)
            .ConfigureAwait(false);
        var accounts = enclaves.Count == 0 ? [] : villages.SelectMany(village => books.Of(village)
            .SelectMany(era => sources.AccountsOf(era, IncomeClass.Investment).Select(account => (Village: village, Book: era.Number, Account: account.Value)))).ToList();
        if (accounts.Count == 0) return new Dictionary<string, long>();
        string[] parties = [.. enclaves.SelectMany(enclave => new[] { Streams.Venture(enclave.Venture), enclave.Company is { } company ? Streams.Company(company) : null }).OfType<string>()];
        var sums = await SqlRows.ReadAsync(
            models.Readers,
            """
            select k.village, sum(l.credit_fen - l.debit_fen)::bigint from unnest($2, $3, $4) as k(village, book, account)
            join books_2.line l on l.book = k.book and l.account = k.account and l.year = $5 and l.position <= $1 and l.kind <> 'transfer'
            where l.party = any($6) or exists (select from ventures_1.control c where c.venture = any($7) and c.month = l.month and c.position = l.position and c.side = 'holder')
            group by k.village
            """,
            reader => (Village: reader.GetString(0), Fen: reader.GetInt64(1)), cancellation,
            position, accounts.Select(row => row.Village).ToArray(), accounts.Select(row => row.Book).ToArray(), accounts.Select(row => row.Account).ToArray(), year, parties,
            enclaves.Select(enclave => enclave.Venture).ToArray()).ConfigureAwait(false);
        return sums.Where(sum => sum.Fen != 0).ToDictionary(sum => sum.Village, sum => sum.Fen, StringComparer.Ordinal);
    }
}
