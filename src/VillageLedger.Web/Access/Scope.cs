using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>What somebody may see: whose books, which places, which streams; and the read models cut down to it.</summary>
internal sealed class Scope(Viewer viewer, LedgerSession ledger)
{
    public Viewer Viewer { get; } = viewer;

    /// <summary>Reports are read through these only.</summary>
    public ReadModels Models { get; } = ledger.Models;

    public bool Sees(Owner owner) => Viewer.Grants.Any(grant => owner.Address == grant.At || owner.Address.StartsWith("village/" + grant.At, StringComparison.Ordinal));

    /// <summary>Whether facts of a stream may be shown: <c>book/village/330110112201/2025-06</c>.</summary>
    public bool SeesStream(string stream) => Owner.TryParse(stream, out var owner) && Sees(owner);
}

internal static class Scopes
{
    /// <summary>What whoever is signed in may see, as the registry of places, companies and ventures stands now.</summary>
    public static Task<Scope> ScopeAsync(this HttpContext context, LedgerSession ledger) =>
        Task.FromResult(new Scope(context.Viewer() ?? throw new InvalidOperationException("Nobody is signed in."), ledger));
}
