using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Every report that shows an owner's books, as <c>./ledger report</c> would make it: whatever takes the owner as its book, payer, venture or company.</summary>
internal sealed class ArchiveReports
{
    private readonly Words words;
    private readonly ClockOptions clocks;
    private readonly Command command = new("report");
    private readonly IReadOnlyList<ReportDefinition> all;
    private readonly HashSet<string> statements;
    private readonly HashSet<string> ledgers;
    private readonly LedgerSession session;
    private readonly LogMoment at;
    private readonly Owner owner;
    private readonly bool names;

    public ArchiveReports(Words words, LedgerSession session, LogMoment at, Owner owner, bool names)
    {
        (this.words, this.session, this.at, this.owner, this.names) = (words, session, at, owner, names);
        clocks = new(words);
        foreach (var option in clocks.All) command.Options.Add(option);
        all = [.. ReportCatalog.All(words, clocks)];
        statements = [.. StatementReports.All(words).Select(report => report.Name)];
        ledgers = [.. BookReports.All(words, clocks).Concat(LedgerReports.All(words)).Concat(CorrectionReports.All(words)).Concat(ConversionReports.All(words)).Select(report => report.Name)];
        foreach (var definition in all)
        {
            var report = new Command(definition.Name);
            foreach (var option in definition.Options) report.Options.Add(option);
            command.Subcommands.Add(report);
        }
    }

    /// <summary>Ledgers and statements of every period, registers as they stand.</summary>
    public async IAsyncEnumerable<ArchivedReport> ReadAsync(ArchiveBook? book, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var period in book?.Periods ?? [])
        {
            var months = (string[])["--from", period.From.ToString(), "--to", period.To.ToString()];
            var last = book!.Months.Select(ArchiveBook.MonthOf).Where(month => month >= period.From && month <= period.To).Append(period.From).Max();
            foreach (var report in Of(ledgers)) yield return await ReadAsync($"{ArchivePart.Ledgers}{period.Name}/{report.Name}", report, months, cancellation, ["--month", last.ToString()]).ConfigureAwait(false);
            await foreach (var detail in DetailsAsync(period, months, cancellation).ConfigureAwait(false)) yield return detail;
        }

        foreach (var (name, months) in StatementPeriods(book))
            foreach (var report in Of(statements)) yield return await ReadAsync($"{ArchivePart.Statements}{name}/{report.Name}", report, months, cancellation).ConfigureAwait(false);
        var year = book?.Periods.Select(period => period.To.Year.ToString(CultureInfo.InvariantCulture)).LastOrDefault();
        foreach (var report in all.Where(report => !ledgers.Contains(report.Name) && !statements.Contains(report.Name)).Where(IsWhole))
            yield return await ReadAsync(ArchivePart.Registers + report.Name, report, [], cancellation, year is null ? null : ["--year", year]).ConfigureAwait(false);
    }

    /// <summary>Every year, and the latest month by itself.</summary>
    private static IEnumerable<(string Name, string[] Words)> StatementPeriods(ArchiveBook? book)
    {
        if (book is null) yield break;
        foreach (var period in book.Periods)
        {
            var wholeYear = period.To.Number == 12 && book.Periods.Count(other => other.To.Year == period.To.Year) == 1;
            yield return (period.Name, wholeYear ? ["--year", period.Name] : ["--from", period.From.ToString(), "--to", period.To.ToString()]);
        }

        if (book.Months.Count > 0 && book.Months.Max(ArchiveBook.MonthOf) is var last) yield return (last.ToString(), ["--month", last.ToString()]);
    }

    /// <summary>明细账 of every account of the first level that carries anything; its details stand in it.</summary>
    private async IAsyncEnumerable<ArchivedReport> DetailsAsync(ArchivePeriod period, string[] months, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var balance = await TrialBalance.ReadAsync(session.Models, at, owner, period.Months, level: 1, cancellation).ConfigureAwait(false);
        var account = balance.Columns.Select(column => column.Name).ToList().IndexOf("account");
        var detail = all.Single(report => report.Name == DetailLedger.Name);
        foreach (var row in balance.Rows)
            yield return await ReadAsync($"{ArchivePart.Ledgers}{period.Name}/{DetailLedger.Name}/{row[account]}", detail, ["--account", (string)row[account]!, .. months], cancellation).ConfigureAwait(false);
    }

    private IEnumerable<ReportDefinition> Of(HashSet<string> group) => all.Where(report => group.Contains(report.Name) && IsWhole(report));

    /// <summary>Whether a report needs nothing but whose it is.</summary>
    private bool IsWhole(ReportDefinition report) => SubjectOf(report) is { } subject && report.Options.All(option => !option.Required || option.Name == subject);

    /// <summary>The option that takes the owner; null where a report has none for owners of its kind.</summary>
    private string? SubjectOf(ReportDefinition report) => ((string[])["--book", "--payer", "--" + owner.Kind]).FirstOrDefault(name => report.Options.Any(option => option.Name == name));

    /// <param name="otherwise">Asked for where the first words are not what the report takes: a report of one month, or of a year.</param>
    private async Task<ArchivedReport> ReadAsync(string path, ReportDefinition report, string[] more, CancellationToken cancellation, string[]? otherwise = null)
    {
        var title = words["report." + report.Name] + (more.Length == 0 ? "" : " " + string.Join(' ', more.Where(word => !word.StartsWith('-'))));
        var parsed = command.Parse([report.Name, SubjectOf(report)!, owner.Address, .. more, .. names && report.Options.Any(option => option.Name == "--names") ? (string[])["--names"] : []]);
        try
        {
            var table = await report.Read(new(parsed, session, at, clocks.Period(parsed), words.Language, cancellation)).ConfigureAwait(false);
            return new(path, title, table with { Fingerprint = await ReportFingerprint.OfAsync(table, session.Log, cancellation).ConfigureAwait(false) }, null);
        }
        catch (ReportRefusedException refused)
        {
            return new(path, title, null, refused.Refusal);
        }
        catch (UsageException) when (otherwise is not null)
        {
            return await ReadAsync(path, report, otherwise, cancellation).ConfigureAwait(false);
        }
        catch (UsageException usage)
        {
            // A report that asks for more than whose it is and of when.
            return new(path, title, null, Refusal.Of(RefusalCode.ReportNeedsMore, ("report", report.Name), ("what", usage.Message)));
        }
    }
}
