namespace VillageLedger.Web;

/// <summary>Work that takes longer than a request.</summary>
/// <param name="Kind"><c>replay</c>, <c>archive</c>, <c>post-vouchers</c>, <c>close-months</c>.</param>
/// <param name="State"><c>running</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c>.</param>
/// <param name="Result">JSON; null before it is done.</param>
internal sealed record Job(string Id, string User, string Kind, string State, long Done, long Total, DateTimeOffset Started, DateTimeOffset Told, string? Result, string? FileName)
{
    /// <summary>As far as it went evenly; null before it went anywhere.</summary>
    public long? RemainingSeconds => State == "running" && Done > 0 && Total >= Done ? (long)Math.Ceiling((Told - Started).TotalSeconds * (Total - Done) / Done) : null;
}
