using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What the rows of statistics stand for.</summary>
public enum StatisticsScope
{
    Village,
    Township,
    County,

    /// <summary>村组群: a village may be in several.</summary>
    Group,
}

/// <summary>Which villages statistics are of, and what a row stands for.</summary>
/// <param name="Place">The first digits of division codes; null: the whole ledger.</param>
/// <param name="Group">The id of a group; null: not only one.</param>
public sealed record VillageChoice(StatisticsScope Scope, string? Place = null, string? Group = null)
{
    public static string NameOf(StatisticsScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>For a heading: what is chosen beside the period.</summary>
    public string Subject(object period) => string.Join(" · ", new[] { Place, Group, period.ToString() }.OfType<string>());
}

/// <summary>
/// The chosen villages with their income in a period and in periods to compare with, put together by what rows stand for. In places each period counts the villages that belong there at its own end; a group has in
/// every period the villages that it has at the end of the first, so that like is compared with like.
/// </summary>
internal sealed class ChosenVillages
{
    private readonly VillageChoice choice;
    private readonly IReadOnlyList<VillageGroupDefined> groups;
    private readonly PlaceChanges changes;
    private readonly Dictionary<string, string> names;
    private readonly Period period;

    private ChosenVillages(VillageChoice choice, IReadOnlyList<VillageGroupDefined> groups, PlaceChanges changes, Dictionary<string, string> names, Period period) =>
        (this.choice, this.groups, this.changes, this.names, this.period) = (choice, groups, changes, names, period);

    public static async Task<ChosenVillages> ReadAsync(ReadModels models, LogMoment at, Period period, VillageChoice choice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(choice);
        var groups = choice.Group is { } asked ? [await VillageGroups.FindAsync(models, at.Position, asked, period.To, cancellation).ConfigureAwait(false)]
            : choice.Scope == StatisticsScope.Group ? await VillageGroups.AllAsync(models, at.Position, period.To, cancellation).ConfigureAwait(false) : [];
        var changes = await PlaceChanges.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        await models.CatchUpAsync("income_1", at.Position, cancellation).ConfigureAwait(false);
        var names = choice.Scope is StatisticsScope.Township or StatisticsScope.County ? await OperatingIncome.PlaceNamesAsync(models.Readers, at.Position, cancellation).ConfigureAwait(false) : [];
        return new(choice, groups, changes, names, period);
    }

    /// <summary>The chosen villages of a period with their income, in the order of their codes.</summary>
    public async Task<IReadOnlyList<VillageIncome>> OfAsync(ReadModels models, LogMoment at, Period of, CancellationToken cancellation)
    {
        var members = groups.SelectMany(group => group.Villages).ToHashSet(StringComparer.Ordinal);
        var all = await OperatingIncome.VillagesAsync(models, at.Position, of, changes, cancellation).ConfigureAwait(false);
        return
        [
            .. all.Where(village => VillagesOfPlace.IsWithin(village.Code, village.Township, choice.Place ?? "") && (choice.Group is null || members.Contains(village.Code))),
        ];
    }

    /// <summary>The codes of the rows that a village is part of.</summary>
    public IEnumerable<string> RowsOf(VillageIncome village) => choice.Scope switch
    {
        StatisticsScope.Village => [village.Code],
        StatisticsScope.Township => [village.Township],
        StatisticsScope.County => [village.Township[..RegisterVillage.CountyLength]],
        _ => groups.Where(group => group.Villages.Contains(village.Code, StringComparer.Ordinal)).Select(group => group.Group),
    };

    public ILookup<string, VillageIncome> ByRow(IEnumerable<VillageIncome> villages) =>
        villages.SelectMany(village => RowsOf(village).Select(row => (Row: row, Village: village))).ToLookup(pair => pair.Row, pair => pair.Village, StringComparer.Ordinal);

    public string NameOf(string row, IEnumerable<VillageIncome> villages) => choice.Scope switch
    {
        StatisticsScope.Village => villages.First().Name,
        StatisticsScope.Group => groups.First(group => group.Group == row).Name,
        _ => changes.NameOfPlace(row, period.To) ?? names.GetValueOrDefault(row, row),
    };

    /// <summary>What a reader must know of the choice: that nobody belongs to the place, or that rows share villages.</summary>
    public IReadOnlyList<string> Notes(IReadOnlyCollection<VillageIncome> villages, Language language)
    {
        List<string> notes = [];
        if (villages.Count == 0 && choice.Place is { } place) notes.Add(Texts.Of("report.statistics.nobody", language, ("place", place), ("month", period.To)));
        if (choice.Scope == StatisticsScope.Group && groups.SelectMany(group => group.Villages).GroupBy(village => village).Any(same => same.Count() > 1)) notes.Add(Texts.Of("report.statistics.shared", language));
        return notes;
    }
}
