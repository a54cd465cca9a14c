using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Rebuilds all projections into schemas that are dropped again: what a rebuild costs.</summary>
public static class Rebuilding
{
    public static async Task RunAsync(EventLog log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var newest = (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        var targets = ReadModels.NewProjections().Select(projection => (Projection: projection, Schema: $"{projection.Name}_rebuild_{Guid.NewGuid():N}")).ToList();
        try
        {
            foreach (var (projection, schema) in targets) await ProjectionSchema.MakeBesideAsync(log.Connection, projection, schema, isLogged: false, cancellation).ConfigureAwait(false);
            await Rebuild.RunAsync(log, targets.ConvertAll(target => RebuildTarget.Into(target.Projection, target.Schema)), newest, null, cancellation).ConfigureAwait(false);
            await Task.WhenAll(targets.Select(target => ProjectionSchema.IndexAsync(log.Connection, target.Projection, target.Schema, cancellation))).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (_, schema) in targets) await ProjectionSchema.DropAsync(log.Connection, schema, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
