namespace VillageLedger.Web;

/// <summary>Follows the log with all read models while the node runs; of several nodes one is active per read model.</summary>
internal sealed class ReadModelWorker(LedgerSession ledger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ledger.Models.RunAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Npgsql.NpgsqlException) when (stoppingToken.IsCancellationRequested)
        {
            // A statement that was broken off while the node stops.
        }
    }
}
