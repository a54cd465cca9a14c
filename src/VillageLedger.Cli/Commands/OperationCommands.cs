using System.CommandLine;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary><c>./ledger operations check</c>: verifies the chain of the operation log and tells its head, to be noted where nobody of this machine can change it.</summary>
internal static class OperationCommands
{
    public static Command Of(Words words, SessionOptions session)
    {
        var head = new Option<string?>("--head") { Description = words["cli.operations.head"], HelpName = "NUMBER:SHA256" };
        var check = new Command("check", words["cli.operations.check"]) { head };
        check.SetAction(async (parsed, cancellation) =>
        {
            await using var ledger = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            await using var database = new WebDatabase(ledger.Log.Connection);
            await database.UpgradeAsync(cancellation).ConfigureAwait(false);
            OperationCheckResult found;
            try
            {
                found = await new OperationCheck(database).RunAsync(parsed.GetValue(head), cancellation).ConfigureAwait(false);
            }
            catch (FormatException fault)
            {
                throw new UsageException(words["cli.operations.head-invalid"], fault);
            }

            if (found.Fault is { } wrong) await Console.Error.WriteLineAsync(words[wrong, ("number", found.At)]).ConfigureAwait(false);
            Console.WriteLine(words[found.Fault is null ? "operations.right" : "operations.right-before", ("rows", found.Rows), ("head", found.Head)]);
            return found.Fault is null ? ExitCode.Done : ExitCode.Refused;
        });
        return new Command("operations", words["cli.operations"]) { check };
    }
}
