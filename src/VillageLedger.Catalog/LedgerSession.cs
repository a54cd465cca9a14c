using System.Reflection;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Catalog;

/// <summary>An open ledger: the log, whoever carries requests out, and the read models.</summary>
internal sealed class LedgerSession : IAsyncDisposable
{
    private LedgerSession(EventLog log, Action<long, long>? filling) => (Log, Requests, Models) = (log, new(log), new(log) { Filling = filling });

    public EventLog Log { get; }

    public RequestRunner Requests { get; }

    public ReadModels Models { get; }

    public static string Program { get; } = $"VillageLedger/{typeof(LedgerSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>Opens a ledger, with the rules that this program carries in force where none are yet.</summary>
    /// <param name="filling">Told while missing read models are filled: how far the facts were folded, of how many.</param>
    public static async Task<LedgerSession> OpenAsync(string connection, string? county, Action<long, long>? filling, CancellationToken cancellation)
    {
        var session = new LedgerSession(await EventLog.OpenAsync(new(connection, Program, county), cancellation).ConfigureAwait(false), filling);
        await session.Requests.AdoptRulesAsync(cancellation).ConfigureAwait(false);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await Models.DisposeAsync().ConfigureAwait(false);
        await Requests.DisposeAsync().ConfigureAwait(false);
        await Log.DisposeAsync().ConfigureAwait(false);
    }
}
