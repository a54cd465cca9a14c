using System.Security.Cryptography;
using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Which rows of the read models a viewer sees, table by table: row-level security for the role <c>ledger_viewer</c>. Every table of a projection has an entry, a condition or the reason why everybody may see it; a table without one
/// is shown to no viewer. It guards against a filter that was forgotten, not against who has a login of the database.
/// </summary>
internal static class Sight
{
    /// <summary>Names and moves of places; who reads a report learns no figure from them.</summary>
    private const string Names = "names of places, villages, companies, ventures and organisations: no figure, and no natural person";

    private const string Charts = "charts and row maps are published rules";

    /// <summary>By family and table. <c>{schema}</c> is the projection's own; books are numbered by the position at which they were opened.</summary>
    private static readonly Dictionary<string, Entry> Entries = new(StringComparer.Ordinal)
    {
        ["books.book"] = Where(Sees("owner")),
        ["books.account"] = Where(Sees("owner")),
        ["books.opened"] = OfBook,
        ["books.opening"] = OfBook,
        ["books.line"] = OfBook,
        ["books.touched"] = OfBook,
        ["books.unposted"] = OfBook,
        ["books.closing"] = OfBook,
        ["books.rule"] = Open(Charts),
        ["income.village"] = Where(Sees("'village/' || code")),
        ["income.place"] = Open(Names),
        ["income.book"] = Where(Sees("owner")),
        ["income.closing"] = OfBook,
        ["income.sum"] = OfBook,
        ["income.rule"] = Open(Charts),
        ["restated.line"] = Where(Sees("owner")),
        ["places.change"] = Open("moves, names and ends of villages and places: no figure"),
        ["holdings.register"] = OfVillage,
        ["holdings.member"] = OfVillage,
        ["holdings.change"] = OfVillage,
        ["holdings.freezing"] = OfVillage,
        ["holdings.name"] = Open(Names),
        ["companies.company"] = Where(Knows("'company/' || company")),
        ["companies.capital"] = Where(Knows("'company/' || company")),
        ["companies.business_line"] = OfCompany,
        ["companies.business_account"] = OfCompany,
        ["companies.manager"] = OfCompany,
        ["companies.manager_end"] = OfCompany,
        ["companies.settlement"] = OfCompany,
        ["companies.turnover"] = OfCompany,
        ["companies.opened"] = OfCompany,
        ["companies.name"] = Open(Names),
        ["companies.rule"] = Open(Charts),
        ["dividends.dividend"] = Where(Knows("payer")),
        ["dividends.resolution"] = Where("dividend in (select d.dividend from {schema}.dividend d)"),
        ["dividends.withdrawal"] = Where("dividend in (select d.dividend from {schema}.dividend d)"),
        ["dividends.part"] = OfDividend,
        ["dividends.payment"] = OfDividend,
        ["dividends.unclaimed"] = OfDividend,
        ["dividends.name"] = Open(Names),
        ["ventures.venture"] = OfAgreement,
        ["ventures.share_version"] = OfAgreement,
        ["ventures.share"] = OfAgreement,
        ["ventures.building"] = OfAgreement,
        ["ventures.settlement"] = OfAgreement,
        ["ventures.withdrawal"] = OfAgreement,
        ["ventures.expectation"] = OfAgreement,
        ["ventures.allocation"] = OfAgreement,
        ["ventures.stage"] = Where("allocation in (select a.allocation from {schema}.allocation a)"),
        ["ventures.call"] = OfHolder,
        ["ventures.contribution"] = OfHolder,
        ["ventures.control"] = OfHolder,
        ["ventures.part"] = OfAllocation,
        ["ventures.payment"] = OfAllocation,
        ["ventures.book"] = Where(Sees("owner")),
        ["ventures.name"] = Open(Names),
    };

    private static Entry OfBook => Where($"{Everything} or book in (select b.position from {{schema}}.book b)");

    private static Entry OfVillage => Where(Sees("'village/' || village"));

    private static Entry OfCompany => Where(Sees("'company/' || company"));

    /// <summary>What partners agreed with each other.</summary>
    private static Entry OfAgreement => Where(Knows("'venture/' || venture"));

    private static Entry OfHolder => Where($"{Sees("'venture/' || venture")} or {IsIn("holder", "scope")}");

    private static Entry OfAllocation => Where($"{Sees("holder")} or allocation in (select a.allocation from {{schema}}.allocation a where {IsIn("'venture/' || a.venture", "scope")})");

    private static Entry OfDividend => Where($"{Sees("holder")} or dividend in (select d.dividend from {{schema}}.dividend d where {IsIn("d.payer", "scope")})");

    private const string Everything = "(select current_setting('ledger.scope', true)) = '*'";

    private static string Sees(string owner) => $"{Everything} or {IsIn(owner, "scope")}";

    private static string Knows(string owner) => $"{Sees(owner)} or {IsIn(owner, "held")}";

    /// <summary>The list is taken apart once for a statement and looked up by hash.</summary>
    private static string IsIn(string owner, string setting) => $"{owner} in (select unnest(string_to_array(current_setting('ledger.{setting}', true), ',')))";

    private static Entry Where(string condition) => new(condition, null);

    private static Entry Open(string reason) => new(null, reason);

    /// <summary>Why everybody may see a table; null where a condition says who may, or where nothing is said of it.</summary>
    public static string? ReasonOf(string family, string table) => Entries.GetValueOrDefault($"{family}.{table}")?.Reason;

    /// <summary>The statements that make a projection's tables in a schema readable to viewers.</summary>
    public static string SqlOf(Projection projection, string schema) => string.Join(
        '\n',
        projection.Shapes.Select(shape => (Name: $"{schema}.{shape.Name}", Entry: Entries.GetValueOrDefault($"{projection.Family}.{shape.Name}"))).Where(table => table.Entry is not null)
            .Select(table => SqlOf(table.Name, table.Entry!.Condition?.Replace("{schema}", schema, StringComparison.Ordinal), table.Entry.Condition)).Prepend($"grant usage on schema {schema} to {Roles.Viewer};"));

    private static string SqlOf(string table, string? condition, string? named) => $"grant select on {table} to {Roles.Viewer};" + (condition is null ? "" :
        $"""

        alter table {table} enable row level security;
        do $$ declare old name; begin
            for old in select polname from pg_policy where polrelid = '{table}'::regclass loop execute format('drop policy %I on {table}', old); end loop;
        end $$;
        create policy everything on {table} for select to {Roles.Reader}, {Roles.Owner} using (true);
        create policy {PolicyOf(named!)} on {table} for select to {Roles.Viewer} using ({condition});
        """);

    /// <summary>Tables of a projection that have a condition, each with the name of the policy that holds it.</summary>
    public static IEnumerable<(string Table, string Policy)> PoliciesOf(Projection projection) =>
        from shape in projection.Shapes
        let condition = Entries.GetValueOrDefault($"{projection.Family}.{shape.Name}")?.Condition
        where condition is not null
        select (shape.Name, PolicyOf(condition));

    /// <summary>Named by its content, so that a changed one is made anew in a database that has the old one.</summary>
    private static string PolicyOf(string condition) => "viewer_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(condition)))[..12];

    private sealed record Entry(string? Condition, string? Reason);
}
