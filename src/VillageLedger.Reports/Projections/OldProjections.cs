using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Versions of projections that this program does not read any more.</summary>
internal static class OldProjections
{
    /// <summary>Drops every older version of a projection whose own version is there and filled. A program that still reads an old one would fill it again.</summary>
    /// <returns>What was dropped.</returns>
    public static async Task<IReadOnlyList<string>> DropAsync(string connection, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        await using var source = Roles.Connect(connection, Roles.Projector, maxPoolSize: 1);
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var dropped = new List<string>();
        foreach (var projection in projections)
        {
            var names = await ProjectionFill.NamesAsync(session, $"^{projection.Family}_[0-9]{{1,6}}$", cancellation).ConfigureAwait(false);
            if (!names.Contains(projection.Name)) continue;
            foreach (var old in names.Where(name => Projection.VersionOf(name) < Projection.VersionOf(projection.Name)))
            {
                await ProjectionSchema.RemoveAsync(connection, old, cancellation).ConfigureAwait(false);
                dropped.Add(old);
            }
        }

        return dropped;
    }
}
