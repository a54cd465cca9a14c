namespace VillageLedger.Web;

/// <summary>Follows the log with all read models while the node runs; of several nodes one is active per read model.</summary>
internal sealed class ReadModelWorker(LedgerSession ledger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => ledger.Models.RunAsync(stoppingToken);
}
