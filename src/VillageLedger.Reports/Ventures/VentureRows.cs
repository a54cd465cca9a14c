using Npgsql;

namespace VillageLedger.Reports;

/// <summary>A venture as known at a position, read from its rows and put together by the rules of the ledger.</summary>
internal sealed class VentureRows
{
    public const string Confirmed = "confirmed";
    public const string Reversed = "reversed";
    public const string Transferred = "transferred";

    /// <summary>Allocations that were confirmed and not reversed up to the position.</summary>
    private const string Standing =
        """
        select a.* from ventures_1.allocation a where a.venture = $1 and a.position <= $2
        and exists (select from ventures_1.stage s where s.allocation = a.allocation and s.stage = 'confirmed' and s.position <= $2)
        and not exists (select from ventures_1.stage s where s.allocation = a.allocation and s.stage = 'reversed' and s.position <= $2)
        """;

    /// <summary>Contributions that were not withdrawn up to the position.</summary>
    public const string Contributions =
        """
        select c.* from ventures_1.contribution c where c.venture = $1 and c.position <= $2
        and not exists (select from ventures_1.withdrawal w where w.venture = $1 and w.record = c.contribution and w.position <= $2)
        """;

    /// <summary>Placings in service that were not withdrawn up to the position.</summary>
    private const string Buildings =
        """
        select b.* from ventures_1.building b where b.venture = $1 and b.position <= $2
        and not exists (select from ventures_1.withdrawal w where w.venture = $1 and w.record = b.building and w.position <= $2)
        """;

    private readonly Readers readers;
    private readonly long position;

    private VentureRows(Readers readers, long position, VentureFounded founded) => (this.readers, this.position, Founded) = (readers, position, founded);

    public VentureFounded Founded { get; }

    public string Id => Founded.Venture;

    /// <summary>For a heading.</summary>
    public string Subject => $"{Streams.Venture(Id)} {Founded.Name}";

    /// <summary>The venture, once its rows are up to date; refused where it is not known at the position.</summary>
    public static async Task<VentureRows> FindAsync(ReadModels models, long position, string venture, CancellationToken cancellation)
    {
        await models.CatchUpAsync(VenturesProjection.Schema, position, cancellation).ConfigureAwait(false);
        await using var command = models.Readers.CreateCommand("select name, kind, form, month, company from ventures_1.venture where venture = $1 and position <= $2");
        command.Parameters.Add(new() { Value = venture });
        command.Parameters.Add(new() { Value = position });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false)
            ? new(models.Readers, position, new(venture, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.Month(3), reader.OptionalText(4)))
            : throw new ReportRefusedException(Refusal.Of(RefusalCode.VentureUnknown, ("venture", venture)));
    }

    /// <summary>The shares, and of each version how it came about.</summary>
    public async Task<(ShareTimeline Shares, IReadOnlyDictionary<int, (string Kind, string Resolution)> Origins)> SharesAsync(CancellationToken cancellation)
    {
        var weights = (await RowsAsync(
            "select version, holder, weight from ventures_1.share where venture = $1 and position <= $2 order by position, line",
            reader => (Version: reader.GetInt32(0), Share: new HolderWeight(reader.Holder(1), reader.GetInt64(2))), cancellation).ConfigureAwait(false)).ToLookup(row => row.Version, row => row.Share);
        var versions = await RowsAsync(
            "select version, first_day, kind, resolution from ventures_1.share_version where venture = $1 and position <= $2 order by position",
            reader => (Version: reader.GetInt32(0), From: reader.Day(1), Kind: reader.GetString(2), Resolution: reader.GetString(3)), cancellation).ConfigureAwait(false);
        var shares = ShareTimeline.Empty;
        foreach (var (version, from, kind, resolution) in versions)
        {
            var moved = weights[version].ToList();
            shares = shares.With(new(version, from, kind == Transferred
                ? shares.After(new ShareTransferred(Id, version, from, moved[0].Holder, moved[1].Holder, moved[1].Weight, resolution))
                : moved));
        }

        return (shares, versions.ToDictionary(version => version.Version, version => (version.Kind, version.Resolution)));
    }

    /// <summary>What was placed in service, each with its final accounts.</summary>
    public async Task<IReadOnlyList<PlacedBuilding>> BuildingsAsync(CancellationToken cancellation)
    {
        var settled = (await RowsAsync(
            "select building, day, cost_fen, document from ventures_1.settlement where venture = $1 and position <= $2 order by position",
            reader => new CostSettled(Id, reader.GetString(0), reader.Day(1), reader.GetInt64(2), reader.GetString(3)), cancellation).ConfigureAwait(false)).ToLookup(fact => fact.Placing);
        var placed = await RowsAsync(
            $"select building, day, cost_fen, area_square_metres, useful_life_months, residual_fen, provisional from ({Buildings}) as b order by position",
            reader => new PlacedInService(
                reader.GetString(0), Id, reader.Day(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt32(4), reader.GetInt64(5), reader.GetBoolean(6)),
            cancellation).ConfigureAwait(false);
        return [.. placed.Select(fact => new PlacedBuilding(fact, [.. settled[fact.Placing]]))];
    }

    public Task<IReadOnlyList<ExpectationStated>> ExpectationsAsync(CancellationToken cancellation) => RowsAsync(
        "select month, asset_fen, year_fen, source, holder from ventures_1.expectation where venture = $1 and position <= $2 order by position",
        reader => new ExpectationStated(Id, reader.Month(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), reader.Optional(4, reader.Holder)), cancellation);

    /// <summary>What holders got for each month of income up to one, by standing allocations, and what was paid of it.</summary>
    public Task<IReadOnlyList<HolderMonth>> AllocatedAsync(Month upTo, CancellationToken cancellation) => RowsAsync(
        $"""
        select s.month, p.holder, sum(p.part_fen)::bigint, sum(coalesce(paid.fen, 0))::bigint
        from ({Standing} and a.month <= $3) as s join ventures_1.part p on p.allocation = s.allocation
        left join lateral (select sum(amount_fen) as fen from ventures_1.payment y where y.allocation = p.allocation and y.holder = p.holder and y.position <= $2) as paid on true
        group by s.month, p.holder order by s.month, p.holder
        """,
        reader => new HolderMonth(reader.Month(0), reader.Holder(1), reader.GetInt64(2), reader.GetInt64(3)), cancellation, upTo.Key);

    /// <summary>Per month of income: what standing allocations split and what they kept back.</summary>
    public Task<IReadOnlyList<(Month Month, long TotalFen, long RetainedFen, long TopUpFen)>> AllocatedTotalsAsync(Month upTo, CancellationToken cancellation) => RowsAsync(
        $"select month, sum(total_fen)::bigint, sum(retained_fen)::bigint, sum(top_up_fen)::bigint from ({Standing} and a.month <= $3) as s group by month order by month",
        reader => (reader.Month(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)), cancellation, upTo.Key);

    /// <summary>The weights of the last standing allocation up to a month, and its id; none where there is no such allocation.</summary>
    public async Task<(string Allocation, IReadOnlyList<HolderWeight> Weights)?> LastWeightsAsync(Month upTo, CancellationToken cancellation)
    {
        var rows = await RowsAsync(
            $"""
            select s.allocation, p.holder, p.weight from ({Standing} and a.month <= $3 order by a.month desc, a.position desc limit 1) as s
            join ventures_1.part p on p.allocation = s.allocation order by p.holder
            """,
            reader => (Allocation: reader.GetString(0), Weight: new HolderWeight(reader.Holder(1), reader.GetInt64(2))), cancellation, upTo.Key).ConfigureAwait(false);
        return rows.Count == 0 ? null : (rows[0].Allocation, [.. rows.Select(row => row.Weight)]);
    }

    /// <summary>From the founding, or an earlier month of income, to the last month with an allocation; without one, to the last day that a fact on shares, contributions or buildings names.</summary>
    public async Task<Period> WholeTimeAsync(CancellationToken cancellation)
    {
        var (first, lastAllocated, lastDay) = (await RowsAsync(
            $"""
            select (select min(month) from ({Standing}) as s), (select max(month) from ({Standing}) as s), greatest(
                (select max(day) from ({Buildings}) as b), (select max(day) from ({Contributions}) as c),
                (select max(first_day) from ventures_1.share_version where venture = $1 and position <= $2))
            """,
            reader => (reader.Optional(0, reader.Month), reader.Optional(1, reader.Month), reader.Optional(2, column => Month.Of(reader.Day(column)))), cancellation).ConfigureAwait(false))[0];
        var from = first < Founded.Month ? first.Value : Founded.Month;
        var to = lastAllocated ?? lastDay ?? from;
        return new(from, to < from ? from : to);
    }

    public Task<IReadOnlyDictionary<Holder, string>> NamesAsync(IEnumerable<Holder> holders, PersonNaming? persons, CancellationToken cancellation) =>
        HolderNames.ReadAsync(readers, VenturesProjection.Schema, position, holders, persons, cancellation);

    /// <summary>Rows of a query whose first parameters are the venture and the position.</summary>
    public Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params IEnumerable<object> more) =>
        SqlRows.ReadAsync(readers, sql, read, cancellation, [Id, position, .. more]);
}

/// <summary>A holder's parts of one month's income and what was paid of them, in fen.</summary>
internal sealed record HolderMonth(Month Month, Holder Holder, long AllocatedFen, long PaidFen);

/// <summary>A building, or part of one, with the final accounts that its provisional cost was replaced by.</summary>
internal sealed record PlacedBuilding(PlacedInService Fact, IReadOnlyList<CostSettled> Settlements)
{
    /// <summary>As it stood on a day: null before it was in service; a final account dated later does not count yet.</summary>
    public Placing? On(DateOnly day) =>
        Fact.Date > day ? null : Settlements.Where(settled => settled.Date <= day).Aggregate(Placing.Of(Fact), (placing, settled) => placing.After(settled));
}
