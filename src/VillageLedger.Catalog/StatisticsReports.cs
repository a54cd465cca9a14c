using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Village statistics: income by class, growth, ranking, groups of villages, sums and consolidated figures.</summary>
internal static class StatisticsReports
{
    private const int FirstYear = 1950;
    private const int LastYear = 2098;

    public static IEnumerable<ReportDefinition> All(Words words) => [OfVillages(words), OfCharts(words), OfConsolidated(words)];

    private static ReportDefinition OfVillages(Words words)
    {
        var (by, place, group) = Choice(words);
        var baseYear = WholeNumber.Of("--base", words["cli.report.base"], text => words["cli.year-invalid", ("value", text)], FirstYear, LastYear, "YEAR");
        var rank = new Option<string?>("--rank") { Description = words["cli.report.rank"], HelpName = string.Join('|', VillageStatistics.Measures) };
        rank.AcceptOnlyFromAmong([.. VillageStatistics.Measures]);
        return new(VillageStatistics.Name, [by, place, group, baseYear, rank], call => VillageStatistics.ReadAsync(
            call.Models, call.At, PeriodOf(words, call), ChoiceOf(words, call, by, place, group), call.Parsed.GetValue(baseYear), call.Parsed.GetValue(rank), call.Language, call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfCharts(Words words)
    {
        var (by, place, group) = Choice(words);
        return new(IncomeByChart.Name, [by, place, group], call => IncomeByChart.ReadAsync(call.Models, call.At, PeriodOf(words, call), ChoiceOf(words, call, by, place, group), call.Language, call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfConsolidated(Words words)
    {
        var (_, place, group) = Choice(words);
        var companies = new Option<bool>("--companies") { Description = words["cli.report.companies"] };
        return new(Consolidated.Name, [place, group, companies], call =>
        {
            var choice = ChoiceOf(words, call, null, place, group);
            if (choice is { Place: null, Group: null }) throw new UsageException(words["cli.report.one-of", ("options", "--place, --group")]);
            return Consolidated.ReadAsync(call.Models, call.At, PeriodOf(words, call), choice, call.Parsed.GetValue(companies), call.Language, call.Cancellation);
        });
    }

    private static (Option<string> By, Option<string?> Place, Option<string?> Group) Choice(Words words)
    {
        var scopes = Enum.GetValues<StatisticsScope>().Select(VillageChoice.NameOf).ToArray();
        var by = new Option<string>("--by") { Description = words["cli.report.by"], DefaultValueFactory = _ => VillageChoice.NameOf(StatisticsScope.Village), HelpName = string.Join('|', scopes) };
        by.AcceptOnlyFromAmong(scopes);
        return (by, PlaceReports.Place(words), new("--group") { Description = words["cli.report.group"], HelpName = "ID" });
    }

    private static VillageChoice ChoiceOf(Words words, ReportCall call, Option<string>? by, Option<string?> place, Option<string?> group)
    {
        var id = call.Parsed.GetValue(group);
        if (id is not null && !Ids.IsValid(id)) throw new UsageException(words["cli.report.group-invalid", ("value", id)]);
        return new(
            by is null ? StatisticsScope.Village : Enum.GetValues<StatisticsScope>().Single(scope => VillageChoice.NameOf(scope) == call.Parsed.GetValue(by)),
            call.Parsed.GetValue(place) is { } of ? PlaceReports.PlaceOf(words, of) : null, id);
    }

    private static Period PeriodOf(Words words, ReportCall call) => call.Period ?? throw new UsageException(words["cli.report.period-needed"]);
}
