using System.CommandLine;
using Microsoft.Extensions.Hosting;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary><c>./ledger serve</c>: the pages and the interface, until it is stopped.</summary>
internal static class ServeCommand
{
    public const int UsualPort = 5080;

    public static Command Of(Words words, SessionOptions session)
    {
        var port = new Option<int>("--port") { Description = words["cli.serve.port"], DefaultValueFactory = _ => UsualPort };
        var command = new Command("serve", words["cli.serve"]) { port };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            return await RunAsync(words, open, new($"http://127.0.0.1:{parsed.GetValue(port)}"), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    public static async Task<int> RunAsync(Words words, LedgerSession open, WebOptions options, CancellationToken cancellation)
    {
        var app = WebNode.Build(open, options);
        await using var _ = app.ConfigureAwait(false);
        await app.StartAsync(cancellation).ConfigureAwait(false);
        Console.WriteLine(words["cli.serve.started", ("address", app.Urls.First())]);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
