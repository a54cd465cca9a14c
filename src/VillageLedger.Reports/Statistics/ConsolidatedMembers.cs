using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Whose books a consolidated report puts together.</summary>
/// <param name="Aliases">A venture that is a company keeps its book as that company: lines name either.</param>
/// <param name="Agents">Ventures whose book is an agent's: it has no income, what it receives is its holders'.</param>
internal sealed record ConsolidatedMembers(
    IReadOnlyList<(Owner Owner, string Name)> All, IReadOnlyList<VillageIncome> Villages, IReadOnlyDictionary<string, string> Aliases, IReadOnlySet<string> Agents)
{
    /// <summary>The chosen villages that are there at the period's end; with companies also the companies and ventures of which they hold more than half then.</summary>
    public static async Task<ConsolidatedMembers> ReadAsync(ReadModels models, LogMoment at, Period period, VillageChoice choice, bool companies, CancellationToken cancellation)
    {
        var chosen = await ChosenVillages.ReadAsync(models, at, period, choice, cancellation).ConfigureAwait(false);
        var villages = (await chosen.OfAsync(models, at, period, cancellation).ConfigureAwait(false)).Where(village => village.IsCounted).ToList();
        List<(Owner, string)> all = [.. villages.Select(village => (Owner.Village(village.Code), village.Name))];
        if (!companies) return new(all, villages, new Dictionary<string, string>(), new HashSet<string>());
        await models.CatchUpAsync(VenturesProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        await models.CatchUpAsync(CompaniesProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var addresses = villages.Select(village => Streams.Village(village.Code)).ToHashSet(StringComparer.Ordinal);
        all.AddRange(await CompaniesAsync(models, at.Position, period.To.LastDay, addresses, cancellation).ConfigureAwait(false));
        var ventures = await VenturesAsync(models, at.Position, period, addresses, cancellation).ConfigureAwait(false);
        all.AddRange(ventures.Where(venture => venture.Company is null).Select(venture => (Owner.Venture(venture.Id), venture.Name)));
        return new(
            all, villages, ventures.Where(venture => venture.Company is not null).ToDictionary(venture => Streams.Venture(venture.Id), venture => Streams.Company(venture.Company!), StringComparer.Ordinal),
            ventures.Where(venture => venture.Company is null).Select(venture => Streams.Venture(venture.Id)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>By what was subscribed (认缴).</summary>
    private static async Task<IReadOnlyList<(Owner, string)>> CompaniesAsync(ReadModels models, long position, DateOnly day, HashSet<string> villages, CancellationToken cancellation) =>
        [.. (await SqlRows.ReadAsync(
            models.Readers,
            """
            select c.company, c.name, coalesce(sum(k.subscribed_fen) filter (where k.holder = any($3)), 0)::numeric * 2 > sum(k.subscribed_fen)
            from companies_2.company c join companies_2.capital k on k.company = c.company and k.position <= $1 and k.day <= $2
            where c.position <= $1 group by c.company, c.name order by c.company
            """,
            reader => (Owner: Owner.Company(reader.GetString(0)), Name: reader.GetString(1), IsOwned: reader.GetBoolean(2)), cancellation, position, day, villages.ToArray()).ConfigureAwait(false))
            .Where(company => company.IsOwned).Select(company => (company.Owner, company.Name))];

    /// <summary>By the weights of the period's last day. A venture that is a company counts by its capital, not here; it is listed for its name on lines.</summary>
    private static async Task<IReadOnlyList<(string Id, string Name, string? Company)>> VenturesAsync(ReadModels models, long position, Period period, HashSet<string> villages, CancellationToken cancellation)
    {
        var known = await SqlRows.ReadAsync(
            models.Readers, "select venture, name, company from ventures_1.venture where position <= $1 and month <= $2 order by venture",
            reader => (Id: reader.GetString(0), Name: reader.GetString(1), Company: reader.OptionalText(2)), cancellation, position, period.To.Key).ConfigureAwait(false);
        var held = await new WorldAt(models, position).AskAsync(world => known.Select(venture => world.Venture(venture.Id).Shares.On(period.To.LastDay)).ToList(), cancellation).ConfigureAwait(false);
        return [.. known.Zip(held).Where(pair => pair.First.Company is not null || IsOwned(pair.Second)).Select(pair => pair.First)];

        bool IsOwned(ShareVersion? version) => version is not null
            && version.Weights.Aggregate((Int128)0, (sum, share) => sum + (villages.Contains(share.Holder.Address) ? share.Weight : -share.Weight)) > 0;
    }
}
