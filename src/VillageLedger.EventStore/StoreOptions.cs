namespace VillageLedger.EventStore;

/// <summary>Where a log lies and who writes it.</summary>
/// <param name="Connection">An Npgsql connection string of a user who may take the ledger's roles.</param>
/// <param name="Program">Name and version of the writing program, kept in every fact's headers.</param>
/// <param name="County">The 6-digit code of the county, kept when the ledger is made; a ledger holds one county.</param>
public sealed record StoreOptions(string Connection, string Program, string? County = null)
{
    /// <summary>How long an append whose outcome is unknown is looked for before it counts as trouble.</summary>
    public TimeSpan RecoverFor { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>The limits of one append.</summary>
public static class Limits
{
    public const int FactBytes = 1024 * 1024;

    public const int AppendFacts = 20_000;

    /// <summary>Of one append and of all appends that are written in one transaction.</summary>
    public const int AppendBytes = 32 * 1024 * 1024;

    /// <summary>Largest whole number in a fact, and its negative: JavaScript and RFC 8785 keep no larger one exactly.</summary>
    public const long WholeNumber = 9_007_199_254_740_991;
}
