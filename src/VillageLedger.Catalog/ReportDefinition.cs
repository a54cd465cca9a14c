using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Catalog;

/// <summary>A report as the command line offers it; its text stands in the texts as <c>report.{name}</c>.</summary>
/// <param name="CanRestate">Whether its amounts are sums by month that corrections can be moved in: <c>--restated</c>.</param>
internal sealed record ReportDefinition(string Name, IReadOnlyList<Option> Options, Func<ReportCall, Task<ReportTable>> Read, bool CanRestate = false);

/// <summary>One call of a report.</summary>
/// <param name="Period">Null when none was given.</param>
internal sealed record ReportCall(ParseResult Parsed, LedgerSession Session, LogMoment At, Period? Period, Language Language, CancellationToken Cancellation)
{
    public ReadModels Models { get; init; } = Session.Models;

    /// <summary>Whether corrections are asked for in the month they concern, beside the books.</summary>
    public bool IsRestated { get; init; }

    /// <summary>Whether a moment was given, rather than the newest one taken.</summary>
    public bool HasClock { get; init; }

    /// <summary>The names of natural persons, where they are asked for; they are opened for this output only.</summary>
    public PersonNaming? Persons(Option<bool> names) => Parsed.GetValue(names) ? NamesAsync : null;

    private async Task<IReadOnlyDictionary<Holder, string>> NamesAsync(IReadOnlyCollection<Holder> persons, CancellationToken cancellation)
    {
        await using var fields = new PersonFields(Session.Log);
        return (await fields.FindManyAsync(persons, cancellation).ConfigureAwait(false)).ToDictionary(person => person.Key, person => person.Value.Name);
    }
}
