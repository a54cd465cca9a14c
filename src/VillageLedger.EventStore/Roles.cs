using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>The database roles of a ledger: nobody but the owner may change or delete what is stored (Marten's foreign key cascades).</summary>
public static class Roles
{
    public const string Owner = "ledger_owner";

    /// <summary>Selects and inserts facts, inserts and updates streams.</summary>
    public const string Writer = "ledger_writer";

    /// <summary>Reads facts, writes read models and its own progress.</summary>
    public const string Projector = "ledger_projector";

    public const string Reader = "ledger_reader";

    /// <summary>Reads of the read models only what lies in the scope that its transaction sets.</summary>
    public const string Viewer = "ledger_viewer";

    public static readonly IReadOnlyList<string> All = [Owner, Writer, Projector, Reader, Viewer];

    /// <summary>Connections that act as a role from their first statement on.</summary>
    public static NpgsqlDataSource Connect(string connection, string role, int maxPoolSize = 20)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            // A reset between uses would put the login's own rights in place of the role's.
            NoResetOnClose = true,
            Options = $"-c role={role}",
            // Not among the options: those of a connection string or of the environment (PGTZ) would come before them.
            SearchPath = "ledger,pg_catalog",
            Timezone = "UTC",
            ApplicationName = role,
            MaxPoolSize = maxPoolSize,
            Multiplexing = false,
            // A caller's ambient transaction is not ours.
            Enlist = false,
            IncludeErrorDetail = false,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
