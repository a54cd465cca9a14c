namespace VillageLedger.EventStore.Embedded;

/// <summary>Server programs exist, but the server of this home could not be prepared, started or stopped.</summary>
public sealed class PostgresStartException(string details, Exception? inner = null) : Exception(details, inner)
{
    /// <summary>Stable code that the caller's text resources are keyed by.</summary>
    public string Code { get; } = "postgres-start";

    /// <summary>The failed step with the end of its output.</summary>
    public string Details { get; } = details;
}
