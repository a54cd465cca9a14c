namespace VillageLedger.Web;

/// <summary>How many calls a node takes, in a second on average; four times that at once.</summary>
internal sealed record GuardRules
{
    /// <summary>Of one address, which may be a whole hall's.</summary>
    public int PerAddress { get; init; } = 1_000;

    /// <summary>Of one session; of one address for who has none.</summary>
    public int PerSession { get; init; } = 50;
}
