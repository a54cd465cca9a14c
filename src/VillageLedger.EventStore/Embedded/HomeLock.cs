namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// Only one process at a time prepares, starts or stops the server of a home. The operating system frees the lock when its
/// holder dies, so none is ever left over.
/// </summary>
internal static class HomeLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<IDisposable> TakeAsync(string home, CancellationToken ct)
    {
        var path = Path.Combine(home, "postgres.lock");
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && DateTime.UtcNow < until)
            {
                await Task.Delay(20, ct);
            }
        }
    }
}
