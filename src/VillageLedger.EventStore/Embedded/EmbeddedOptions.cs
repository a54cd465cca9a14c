namespace VillageLedger.EventStore.Embedded;

/// <summary>How an embedded server is started; a server that already runs is joined as it is.</summary>
/// <param name="Fsync">False only in tests: without it a power cut loses what was acknowledged.</param>
/// <param name="Settings">PostgreSQL settings that come before those of the data directory.</param>
public sealed record EmbeddedOptions(bool Fsync = true, IReadOnlyDictionary<string, string>? Settings = null);
