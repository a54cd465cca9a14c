using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
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
        var behind = new Option<IPAddress[]>("--behind-proxy")
        {
            Description = words["cli.serve.behind-proxy"], AllowMultipleArgumentsPerToken = true, CustomParser = given => AddressesOf(given, words), DefaultValueFactory = _ => [],
        };
        var command = new Command("serve", words["cli.serve"]) { port, behind };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            return await RunAsync(words, open, new($"http://127.0.0.1:{parsed.GetValue(port)}") { BehindProxies = parsed.GetValue(behind)! }, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static IPAddress[] AddressesOf(ArgumentResult given, Words words)
    {
        var addresses = given.Tokens.Select(token => IPAddress.TryParse(token.Value, out var address) ? address : null).ToList();
        if (addresses.Contains(null)) given.AddError(words["cli.serve.behind-proxy-invalid"]);
        return [.. addresses.OfType<IPAddress>()];
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
