using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>The two clocks of every report: a period, and "as known at".</summary>
internal sealed class ClockOptions(Words words)
{
    private const int MaxYears = 100;

    private readonly Option<string?> year = new("--year") { Description = words["cli.year"], Recursive = true, HelpName = "2025" };
    private readonly Option<string?> month = new("--month") { Description = words["cli.month"], Recursive = true, HelpName = "2025-06" };
    private readonly Option<string?> from = new("--from") { Description = words["cli.from"], Recursive = true, HelpName = "2025-01" };
    private readonly Option<string?> to = new("--to") { Description = words["cli.to"], Recursive = true, HelpName = "2025-06" };
    private readonly Option<long?> at = WholeNumber.OfPosition("--at", words["cli.at"], _ => words["cli.at-invalid"]);
    private readonly Option<string?> asOf = new("--as-of") { Description = words["cli.as-of"], Recursive = true, HelpName = "INSTANT|DATE" };

    public IEnumerable<Option> All => [year, month, from, to, at, asOf, Restated];

    /// <summary>Corrections in the month they concern, beside the books.</summary>
    public Option<bool> Restated { get; } = new("--restated") { Description = words["cli.restated"], Recursive = true };

    public bool HasMoment(ParseResult parsed) => parsed.GetValue(asOf) is not null || parsed.GetValue(at) is not null;

    /// <summary>Only "as known at", for what has no period.</summary>
    public IEnumerable<Option> Position => [at, asOf];

    /// <summary>Finds wrong words before anything is opened.</summary>
    public void Check(ParseResult parsed)
    {
        Period(parsed);
        if (parsed.GetValue(at) is not null && parsed.GetValue(asOf) is not null) throw new UsageException(words["cli.one-clock"]);
        if (parsed.GetValue(asOf) is { } text && !ReportTime.TryParse(text, out _)) throw new UsageException(words["cli.as-of-invalid", ("value", text)]);
    }

    public Period? Period(ParseResult parsed)
    {
        var given = new[] { parsed.GetValue(year), parsed.GetValue(month), parsed.GetValue(from) ?? parsed.GetValue(to) }.Count(text => text is not null);
        if (given == 0) return null;
        if (given > 1) throw new UsageException(words["cli.one-period"]);
        if (parsed.GetValue(year) is { } ofYear)
            return Month.TryParse(ofYear + "-01", out var january) ? Reports.Period.OfYear(january.Year) : throw new UsageException(words["cli.year-invalid", ("value", ofYear)]);
        if (parsed.GetValue(month) is { } single) return new(MonthOf(single), MonthOf(single));
        if (parsed.GetValue(from) is not { } first || parsed.GetValue(to) is not { } last) throw new UsageException(words["cli.from-and-to"]);
        var period = new Period(MonthOf(first), MonthOf(last));
        return period.From <= period.To && period.To.Year - period.From.Year < MaxYears ? period : throw new UsageException(words["cli.period-invalid"]);
    }

    public Month? SingleMonth(ParseResult parsed) => Period(parsed) switch
    {
        null => null,
        { } period when period.From == period.To => period.From,
        _ => throw new UsageException(words["cli.month-only"]),
    };

    public async Task<LogMoment> MomentAsync(ParseResult parsed, EventLog log, CancellationToken cancellation)
    {
        if (parsed.GetValue(asOf) is { } text && ReportTime.TryParse(text, out var instant)) return await log.AsOfAsync(instant, cancellation).ConfigureAwait(false);
        if (parsed.GetValue(at) is not { } position) return await log.NewestAsync(cancellation).ConfigureAwait(false);
        return await MomentAsync(position, log, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="ReportRefusedException">The position lies beyond the log.</exception>
    public static async Task<LogMoment> MomentAsync(long position, EventLog log, CancellationToken cancellation)
    {
        return await log.AtPositionAsync(position, cancellation).ConfigureAwait(false) ?? throw new ReportRefusedException(Refusal.Of(
            RefusalCode.PositionUnknown, ("position", position), ("newest", (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position)));
    }

    private Month MonthOf(string text) => Month.TryParse(text, out var value) ? value : throw new UsageException(words["cli.month-invalid", ("value", text)]);
}
