namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// No server programs were found. The caller's text names the three ways to get some: a connection of one's own, the system's
/// package, the npm package.
/// </summary>
public sealed class NoPostgresException(string details, Exception? inner = null) : Exception(details, inner)
{
    /// <summary>Stable code that the caller's text resources are keyed by.</summary>
    public string Code { get; } = "no-postgres";

    /// <summary>What was looked for and what was found instead.</summary>
    public string Details { get; } = details;
}
