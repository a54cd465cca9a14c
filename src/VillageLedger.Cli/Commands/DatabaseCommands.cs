using System.CommandLine;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.EventStore.Embedded;

namespace VillageLedger.Cli;

/// <summary><c>./ledger db url</c> and <c>./ledger stop</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Database(Words words, SessionOptions session)
    {
        var role = new Option<string>("--role") { Description = words["cli.db.role"], DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong("reader", "owner");
        var url = new Command("url", words["cli.db.url"]) { role };
        url.SetAction(async (parsed, cancellation) =>
        {
            if (session.GivenConnection(parsed) is { } given)
            {
                Console.WriteLine(AddressOf(GivenConnection.Of(given)));
                return ExitCode.Done;
            }

            var server = await EmbeddedPostgres.StartAsync(SessionOptions.Home, progress: Console.Error.WriteLine, ct: cancellation).ConfigureAwait(false);
            // Whoever is given the address finds the tables there, even before the first request.
            await LogSchema.UpgradeAsync(server.ConnectionString(), null, cancellation).ConfigureAwait(false);
            Console.WriteLine(server.Address(parsed.GetValue(role)!).OriginalString);
            return ExitCode.Done;
        });
        return new Command("db", words["cli.database"]) { url };
    }

    public static Command Stop(Words words, SessionOptions session)
    {
        var command = new Command("stop", words["cli.stop"]);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (session.GivenConnection(parsed) is not null) throw new UsageException(words["cli.stop.given"]);
            var stopped = await EmbeddedPostgres.StopAsync(SessionOptions.Home, cancellation).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(words[stopped ? "cli.stop.stopped" : "cli.stop.not-running"]).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static string AddressOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var user = settings.Username is { } name ? Uri.EscapeDataString(name) + (settings.Password is { } password ? ":" + Uri.EscapeDataString(password) : "") + "@" : "";
        return FormattableString.Invariant($"postgresql://{user}{settings.Host}:{settings.Port}/{Uri.EscapeDataString(settings.Database ?? "")}");
    }
}
