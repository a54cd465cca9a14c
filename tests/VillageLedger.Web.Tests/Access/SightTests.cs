using Npgsql;
using VillageLedger.Reports;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>What the database shows a viewer of the read models.</summary>
public sealed class SightTests
{
    [Fact]
    public async Task Every_table_of_the_read_models_has_a_condition_or_a_reason()
    {
        await using var node = await TestNode.StartAsync();
        await node.Ledger.Models.CatchUpAsync(1, TestContext.Current.CancellationToken);
        await node.Ledger.Models.SecureAsync(TestContext.Current.CancellationToken);
        (await OpenTablesAsync(node.Ledger.Log.Connection)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_of_an_older_program_get_their_conditions_at_the_start()
    {
        await using var node = await TestNode.StartAsync();
        await node.Ledger.Models.CatchUpAsync(1, TestContext.Current.CancellationToken);
        await RunAsync(node.Ledger.Log.Connection, "do $$ declare p record; begin for p in select * from pg_policies loop execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename); end loop; end $$");
        (await OpenTablesAsync(node.Ledger.Log.Connection)).ShouldNotBeEmpty();
        await node.Ledger.Models.SecureAsync(TestContext.Current.CancellationToken);
        (await OpenTablesAsync(node.Ledger.Log.Connection)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_viewer_without_a_scope_sees_no_row()
    {
        await using var node = await TestNode.StartAsync();
        foreach (var request in ThreeVillages.Founded()) await node.Ledger.Requests.DoAsync(TestLedger.Read(request), TestContext.Current.CancellationToken);
        await node.Ledger.Models.CatchUpAsync((await node.Ledger.Log.NewestAsync(TestContext.Current.CancellationToken)).Position, TestContext.Current.CancellationToken);
        (await CountAsync(node, new("", ""))).ShouldBe(0);
        (await CountAsync(node, ReadScope.Of([ThreeVillages.Villages[0]], []))).ShouldBe(1);
        (await CountAsync(node, ReadScope.Whole)).ShouldBe(4);
    }

    private static async Task<long> CountAsync(TestNode node, ReadScope scope)
    {
        await using var command = node.Ledger.Models.Within(scope).Readers.CreateCommand("select count(*) from books_2.book");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<IReadOnlyList<string>> OpenTablesAsync(string connection)
    {
        var open = new List<string>();
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var projection in ReadModels.NewProjections())
        {
            await using var command = new NpgsqlCommand(
                """
                select tablename::text from pg_tables t where schemaname = $1 and not (rowsecurity and exists (
                    select from pg_policies p where p.schemaname = t.schemaname and p.tablename = t.tablename and 'ledger_viewer' = any(p.roles) and p.qual not in ('true', '(true)')))
                """, session) { Parameters = { new() { Value = projection.Name } } };
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                if (Sight.ReasonOf(projection.Family, reader.GetString(0)) is null) open.Add($"{projection.Name}.{reader.GetString(0)}");
        }

        return open;
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // A constant.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
