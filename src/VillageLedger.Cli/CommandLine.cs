using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.EventStore.Embedded;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>All commands of <c>./ledger</c>, and what each kind of failure exits with.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Language language)
    {
        var root = Root(language);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(Texts.Of("cli.see-help", language)).ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (UsageException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        catch (ReportRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"{refused.Refusal.StableCode}: {refused.Refusal.Message(language)}").ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Trouble;
        }
        catch (Exception fault) when (TroubleOf(fault) is { } trouble)
        {
            await Console.Error.WriteLineAsync(Texts.Of("trouble." + trouble, language, ("detail", DetailOf(fault)))).ConfigureAwait(false);
            return ExitCode.Trouble;
        }
    }

    internal static RootCommand Root(Language language)
    {
        var words = new Words(language);
        var session = new SessionOptions(words);
        var root = new RootCommand(words["cli.root"]);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Description = words["cli.help"];
        foreach (var option in session.All) root.Options.Add(option);
        root.Subcommands.Add(DemoCommand.Of(words, session));
        root.Subcommands.Add(ServeCommand.Of(words, session));
        root.Subcommands.Add(DoCommand.Of(words, session));
        root.Subcommands.Add(ReportCommand.Of(words, session));
        root.Subcommands.Add(HistoryCommands.Explain(words, session));
        root.Subcommands.Add(HistoryCommands.Diff(words, session));
        root.Subcommands.Add(PrintCommand.Of(words, session));
        root.Subcommands.Add(VoucherCommand.Of(words, session));
        root.Subcommands.Add(OpeningCommand.Of(words, session));
        root.Subcommands.Add(AttachmentCommand.Of(words, session));
        root.Subcommands.Add(MonthCommand.Of(words, session));
        root.Subcommands.Add(DividendCommand.Of(words, session));
        root.Subcommands.Add(BankCommand.Of(words, session));
        root.Subcommands.Add(ExportCommand.Of(words, session));
        root.Subcommands.Add(ArchiveCommand.Of(words, session));
        root.Subcommands.Add(ReplayCommand.Of(words, session));
        root.Subcommands.Add(BenchCommand.Of(words, session));
        root.Subcommands.Add(UserCommands.Of(words, session));
        root.Subcommands.Add(OperationCommands.Of(words, session));
        root.Subcommands.Add(DatabaseCommands.Database(words, session));
        root.Subcommands.Add(DatabaseCommands.Stop(words, session));
        return root;
    }

    /// <summary>The text key of a failure that is nobody's request's fault. Anything else is a fault of the program and shows itself whole.</summary>
    private static string? TroubleOf(Exception fault) => fault switch
    {
        NoPostgresException => "no-postgres",
        PostgresStartException => "postgres-start",
        NewerDatabaseException => "newer-database",
        MissingRightsException => "missing-rights",
        OutcomeUnknownException => "outcome-unknown",
        NpgsqlException => "database",
        DamagedAttachmentException => "damaged-attachment",
        NoChromiumException => "no-chromium",
        PrintFailedException => "print",
        IOException or UnauthorizedAccessException => "file",
        _ => null,
    };

    private static string DetailOf(Exception fault) => fault switch
    {
        NoPostgresException none => none.Details,
        PostgresStartException start => start.Details,
        MissingRightsException rights => rights.Message,
        DamagedAttachmentException damaged => damaged.Sha256,
        _ => fault.GetBaseException().Message,
    };
}
