using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>What became of a file of opening balances.</summary>
/// <param name="Lines">How many balances it holds.</param>
/// <param name="Accounts">How many detail accounts were added for it.</param>
/// <param name="Amended">Whether the book was open already, so that its opening was amended.</param>
/// <param name="Position">Where the append ends; null for a dry run or a refusal.</param>
public sealed record OpeningResult(string Sha256, OutcomeKind Kind, int Lines, int Accounts, bool Amended, long? Position, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// Opens a book with the balances of a file, or amends the opening of one that is open, in one append or not at all. Its ids come from the owner and the file's SHA-256, so the same file adds nothing a second time.
/// </summary>
public sealed class OpeningImport(EventLog log, RequestRunner runner)
{
    /// <summary>The one of an owner's standards that is in force in a month, else the newest.</summary>
    public static string StandardOf(Owner owner, Month month)
    {
        var standards = Standards.For(owner);
        return standards.FirstOrDefault(standard => Standards.InForce(standard) is var (from, to) && month >= from && !(month > to)) ?? standards[^1];
    }

    /// <param name="addAccounts">Detail accounts that the owner lacks are added under the nearest account above, with the file's names.</param>
    public async Task<OpeningResult> RunAsync(
        OpeningFileContent file, Owner owner, Month month, string standard, bool addAccounts, UserId by, bool dryRun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = file.Rows.Where(row => row.Line is not null).ToList();
        if (file.Faults.Count > 0) return Refused([.. file.Faults.Select(fault => new ImportFault(RowOf(fault, "row"), fault))]);
        var prefix = PrefixOf(owner, month, file.Sha256);
        if (await log.FindRequestAsync(prefix, cancellation).ConfigureAwait(false) is { } known) return new(file.Sha256, OutcomeKind.AlreadyDone, lines.Count, 0, false, known.AppendEnd, []);
        var states = new WorkingStates(log, new StateCache(), fresh: true);
        await states.EnsureAsync([Streams.Rules, Streams.Accounts(owner)], cancellation).ConfigureAwait(false);
        var (accounts, rules) = (states.StateOf<Accounts>(Streams.Accounts(owner)), states.StateOf<RuleSet>(Streams.Rules));
        if (accounts.IsOpen && (accounts.FirstMonth != month || accounts.Standard != standard)) return Refused([new(0, Refusal.Of(RefusalCode.BookAlreadyOpen, ("book", owner)))]);
        var opening = lines.ConvertAll(row => row.Line!);
        var added = addAccounts && rules.Chart(standard) is { } chart ? Missing(file.Rows, accounts, chart) : [];
        var requests = added.ConvertAll(row => (Request: (Request)new AddAccount(IdOf(prefix, row.Account), by, owner, row.Account, row.Name, row.Parent, null), row.Row));
        requests.Add((accounts.IsOpen ? new AmendOpening(prefix, by, owner, opening) : new OpenBook(prefix, by, owner, standard, month, opening), 0));
        var reads = requests.ConvertAll(request => new ReadRequest(request.Request.Id, request.Request, null, Encoding.UTF8.GetBytes(request.Request.Id)));
        var outcomes = dryRun ? await runner.DryRunAsync(reads, atomic: true, cancellation).ConfigureAwait(false) : await runner.DoAtomicAsync(reads, cancellation).ConfigureAwait(false);
        var faults = requests.Zip(outcomes).Where(pair => pair.Second.Refusal is { Code: not RefusalCode.AtomicNotDone }).Select(pair => FaultOf(pair.First.Row, pair.Second.Refusal!)).ToList();
        return faults.Count > 0
            ? Refused(faults)
            : new(file.Sha256, outcomes[^1].Kind, lines.Count, added.Count, accounts.IsOpen, dryRun ? null : outcomes.Max(outcome => outcome.Position), []);

        OpeningResult Refused(IReadOnlyList<ImportFault> faults) => new(file.Sha256, OutcomeKind.Refused, lines.Count, 0, false, null, faults);

        // A line of the request is a balance of the file: its row is what the owner of the file can find.
        ImportFault FaultOf(int row, Refusal refusal)
        {
            if (RowOf(refusal, "line") is > 0 and var line && line <= lines.Count) row = lines[line - 1].Row;
            var values = new Dictionary<string, string>(refusal.Values);
            if (row > 0 && values.ContainsKey("line")) values["line"] = row.ToString(CultureInfo.InvariantCulture);
            return new(row, refusal with { Values = values });
        }
    }

    /// <summary>The file's accounts that neither the chart nor the owner has, each under the nearest account above it, those above first.</summary>
    private static List<(AccountCode Account, string Name, AccountCode Parent, int Row)> Missing(IEnumerable<OpeningFileRow> rows, Accounts accounts, Chart chart)
    {
        var known = chart.Accounts.Select(account => account.Code).Concat(accounts.Added.Keys).ToHashSet();
        var missing = new List<(AccountCode, string, AccountCode, int)>();
        foreach (var row in rows.DistinctBy(row => row.Account).OrderBy(row => row.Account.Value.Length).ThenBy(row => row.Row))
        {
            if (known.Contains(row.Account) || !known.Any(above => row.Account.IsWithin(above))) continue;
            missing.Add((row.Account, row.Name ?? row.Account.Value, known.Where(above => row.Account.IsWithin(above)).MaxBy(above => above.Value.Length), row.Row));
            known.Add(row.Account);
        }

        return missing;
    }

    private static string PrefixOf(Owner owner, Month month, string sha256) => "opening-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{month}\n{sha256}")))[..24];

    private static string IdOf(string prefix, AccountCode account) => $"{prefix}-{account}";

    private static int RowOf(Refusal refusal, string name) => refusal.Values.TryGetValue(name, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
