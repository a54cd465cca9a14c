using System.CommandLine;
using System.CommandLine.Parsing;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Every report with its options in one language; an address is read like the words of a command line: <c>?book=…&amp;as-of=…</c>.</summary>
internal sealed class ReportOffers
{
    private readonly Command root = new("report");
    private readonly Words words;
    private readonly ClockOptions clocks;

    public ReportOffers(Language language)
    {
        words = new(language);
        clocks = new(words);
        foreach (var option in clocks.All) root.Options.Add(option);
        All = [.. ReportCatalog.All(words, clocks)];
        foreach (var definition in All)
        {
            var report = new Command(definition.Name, words["report." + definition.Name]);
            foreach (var option in definition.Options) report.Options.Add(option);
            root.Subcommands.Add(report);
        }
    }

    public IReadOnlyList<ReportDefinition> All { get; }

    public IEnumerable<Option> Clocks => clocks.All;

    public ReportDefinition? Find(string name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>A call of a report as the options say.</summary>
    /// <exception cref="UsageException">They are wrong.</exception>
    public async Task<ReportCall> CallAsync(ReportDefinition definition, IEnumerable<KeyValuePair<string, string>> options, LedgerSession ledger, CancellationToken cancellation)
    {
        var takes = definition.Options.Concat(clocks.All).ToDictionary(option => option.Name[2..]);
        var line = new List<string> { definition.Name };
        foreach (var (name, value) in options)
        {
            if (!takes.TryGetValue(name, out var option)) throw new UsageException(words["problem.option-unknown", ("option", name), ("options", string.Join(", ", takes.Keys))]);
            // In one word: a value is never taken for another option, nor for the name of a file with options in it.
            if (option.ValueType != typeof(bool)) line.Add($"--{name}={value}");
            else if (value != "false") line.Add("--" + name);
        }

        var parsed = root.Parse(line);
        if (parsed.Errors.Count > 0) throw new UsageException(string.Join(' ', parsed.Errors.Select(Message).Distinct()));
        clocks.Check(parsed);
        var at = await clocks.MomentAsync(parsed, ledger.Log, cancellation).ConfigureAwait(false);
        return new(parsed, ledger, at, clocks.Period(parsed), words.Language, cancellation) { IsRestated = parsed.GetValue(clocks.Restated), HasClock = clocks.HasMoment(parsed) };
    }

    /// <summary>A value that is no number is told by its option, not by the type that it was to become.</summary>
    private string Message(ParseError error) => error.SymbolResult is OptionResult { Option: { } option, Tokens: [var token, ..] } && (option.ValueType == typeof(int?) || option.ValueType == typeof(long?))
        ? words["problem.query-invalid", ("name", option.Name[2..]), ("value", token.Value)]
        : error.Message;

    public Task<ReportTable> ReadAsync(ReportDefinition definition, ReportCall call) => ReportRunner.ReadAsync(definition, call, All);
}
