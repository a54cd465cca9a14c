using System.Globalization;
using System.Text;

namespace VillageLedger.Requests;

/// <summary>What became of a bank's statement file.</summary>
/// <param name="Lines">How many lines of it are new.</param>
/// <param name="Known">How many were known.</param>
/// <param name="GapFen">By how much it does not begin where the earlier statement ended; null where it does or nobody can tell.</param>
/// <param name="Position">Where the append ends; null for a dry run or a refusal.</param>
public sealed record StatementResult(string Sha256, OutcomeKind Kind, int Lines, int Known, long? GapFen, long? Position, IReadOnlyList<ImportFault> Faults);

/// <summary>Records a bank's statement file in one request. A file that was recorded before is refused, whoever brings it.</summary>
public sealed class StatementImport(RequestRunner runner)
{
    /// <param name="id">The request's id.</param>
    /// <param name="openingFen">What the account held before, where the file has no balances.</param>
    public async Task<StatementResult> RunAsync(
        StatementFileContent file, string id, Owner owner, string bankAccount, UserId by, long? openingFen, bool dryRun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Faults.Count > 0) return Refused(file, [.. file.Faults.Select(fault => new ImportFault(NumberOf(fault, "row"), fault))]);
        var request = new RecordStatement(id, by, owner, bankAccount, [.. file.Lines.Select(line => line.Line)], null, null, openingFen, file.Sha256);
        var read = new ReadRequest(id, request, null, Encoding.UTF8.GetBytes($"{owner}\n{bankAccount}\n{file.Sha256}"));
        var outcome = dryRun ? (await runner.DryRunAsync([read], atomic: true, cancellation).ConfigureAwait(false))[0] : await runner.DoAsync(read, cancellation).ConfigureAwait(false);
        if (outcome.Refusal is { } refusal)
        {
            // The request counts its lines; the file's row is what its owner can find.
            var item = NumberOf(refusal, "item");
            return Refused(file, [new(item == 0 ? 0 : file.Lines[item - 1].Row, refusal)]) with { Kind = outcome.Kind };
        }

        var recorded = outcome.Result is { } result ? (StatementRecorded)FactTypes.Read("statement-recorded.1", Encoding.UTF8.GetBytes(result)) : null;
        return new(file.Sha256, outcome.Kind, recorded?.Lines.Count ?? 0, recorded?.Known ?? file.Lines.Count, recorded?.GapFen, dryRun ? null : outcome.Position, []);
    }

    private static StatementResult Refused(StatementFileContent file, IReadOnlyList<ImportFault> faults) => new(file.Sha256, OutcomeKind.Refused, 0, 0, null, null, faults);

    private static int NumberOf(Refusal fault, string name) => fault.Values.TryGetValue(name, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
