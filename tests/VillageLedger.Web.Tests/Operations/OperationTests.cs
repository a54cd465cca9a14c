using System.Diagnostics;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests.Operations;

/// <summary>What users did and read is on record, and stays as it was recorded.</summary>
public sealed class OperationTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private TestNode Node => fixture.Node;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_that_was_read_is_on_record_with_who_when_where_and_what()
    {
        using var browser = await Node.AsAsync("kuaiji-1", new Grant(Role.Accountant, "330110012"));
        await browser.SendAsync("GET", "/api/reports/trial-balance?book=village/330110012201&month=2025-06");
        var row = (await RowsOfAsync(Node, "operator=kuaiji-1")).Single(row => row.Action == "trial-balance");
        (row.Method, row.Target, row.Address).ShouldBe(("GET", "village/330110012201", "127.0.0.1"));
        row.Content.ShouldContain("2025-06");
    }

    [Fact]
    public async Task A_request_is_on_record_with_its_outcome_and_position()
    {
        using var browser = await Node.AsAsync("kuaiji-2", new Grant(Role.Accountant, "330110012"));
        await browser.SendAsync("POST", "/api/requests/close-month", new { id = "op-1", book = "village/330110012201", month = "2025-06" });
        var row = (await RowsOfAsync(Node, "operator=kuaiji-2")).Single(row => row.Action == "close-month");
        row.Outcome.ShouldNotBe("done");
        row.Target.ShouldBe("village/330110012201");
    }

    [Fact]
    public async Task Nothing_personal_and_no_password_is_on_record()
    {
        using var browser = await Node.AsAsync("kuaiji-3", new Grant(Role.Accountant, "330110012"));
        string[] secrets = ["张三丰", "330106199001011237", "6222021202012345678", "13805710000", TestNode.Password];
        await browser.SendAsync("POST", "/api/requests/register-person", new { id = "op-2", person = "p1", name = secrets[0], identityNumber = secrets[1], bankAccount = secrets[2], phone = secrets[3], note = $"付 {secrets[2]} 电话{secrets[3]}" });
        await browser.SendAsync("GET", $"/api/search?q={Uri.EscapeDataString(secrets[0])}");
        await browser.SendAsync("GET", $"/api/reports/voucher-list?book=village/330110012201&text={Uri.EscapeDataString(secrets[0])}");
        await browser.SendAsync("POST", "/api/session/password", new { old = secrets[4], @new = secrets[4] });
        await using var ledger = await TestLedger.OpenAsync(Node.Ledger.Log.Connection);
        var log = string.Join('\n', await ledger.QueryAsync<string>("select to_jsonb(o)::text from web.operation o where user_id = 'kuaiji-3'"));
        log.ShouldContain("register-person");
        secrets.Where(secret => log.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Fields that requests read as personal, by the source: a new one is found here.</summary>
    [Fact]
    public void No_personal_field_of_a_request_is_on_record()
    {
        var personal = Directory.EnumerateFiles(Path.Combine(OpenApiTests.Root, "src", "VillageLedger"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "PersonalText\\(\"(\\w+)\"")).Select(match => match.Groups[1].Value).Distinct().ToList();
        personal.Count.ShouldBeGreaterThan(3);
        personal.Where(field => !OperationContent.LeavesOut(field)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_pages_ask_by_themselves_is_not_on_record_and_what_reads_facts_is()
    {
        using var browser = await Node.AsAsync("kuaiji-5", new Grant(Role.Accountant, "330110012"));
        foreach (var path in (string[])["/api/session", "/api/now", "/api/jobs", "/api/projections", "/api/facts/1", "/api/owners", "/api/search?q=x", "/api/jobs/none"]) await browser.SendAsync("GET", path);
        (await RowsOfAsync(Node, "operator=kuaiji-5")).Select(row => row.Action).Order(StringComparer.Ordinal).ShouldBe(["facts/1", "jobs/none", "owners", "search", "session"]);
    }

    [Fact]
    public async Task An_operation_is_found_by_what_the_page_calls_it()
    {
        using var browser = await Node.AsAsync("kuaiji-6", new Grant(Role.Accountant, "330110012"));
        await browser.SendAsync("GET", "/api/owners");
        await browser.SendAsync("GET", "/api/facts/1");
        (await RowsOfAsync(Node, "operator=kuaiji-6&text=核算单位")).ShouldBeEmpty();
        (await RowsOfAsync(Node, "operator=kuaiji-6&text=核算单位&actions=owners,colleagues")).Select(row => row.Action).ShouldBe(["owners"]);
    }

    [Fact]
    public async Task A_failed_sign_in_is_on_record_but_not_what_was_typed_as_a_name_that_nobody_has()
    {
        await Node.AddUserAsync("known-1");
        await Node.Client.SendAsync("POST", "/api/session", new { user = "known-1", password = "wrong" });
        await Node.Client.SendAsync("POST", "/api/session", new { user = "my-secret-password", password = "wrong" });
        (await RowsOfAsync(Node, "operator=known-1")).Single().Outcome.ShouldBe("sign-in-failed");
        await using var ledger = await TestLedger.OpenAsync(Node.Ledger.Log.Connection);
        (await ledger.QueryAsync<long>("select count(*) from web.operation o where to_jsonb(o)::text like '%my-secret%'")).Single().ShouldBe(0);
    }

    [Fact]
    public async Task An_administrator_reads_the_log_without_what_may_hold_amounts_and_nobody_else_reads_it()
    {
        using var administrator = await Node.AsAsync("guan-1", new Grant(Role.Administrator, ""));
        await administrator.SendAsync("GET", "/api/users?seen=once");
        (await administrator.SendAsync("GET", "/api/operations?operator=guan-1")).Body.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("content").GetString()).ShouldAllBe(content => content == "");
        using var accountant = await Node.AsAsync("kuaiji-4", new Grant(Role.Accountant, "330110012"));
        (await accountant.CodeAsync("GET", "/api/operations")).ShouldBe("not-permitted");
    }

    [Fact]
    public async Task The_export_defuses_formulas()
    {
        using var regulator = await Node.AsAsync("jianguan-2", new Grant(Role.Regulator, "330110"));
        await regulator.SendAsync("GET", "/api/reports/=HYPERLINK(1)");
        (await regulator.GetStringAsync(new Uri("/api/operations?format=csv&operator=jianguan-2", UriKind.Relative), Cancellation)).ShouldContain(",'=HYPERLINK(1),");
    }

    [Theory]
    [InlineData("update web.operation set content = '' where number = 2", "operations.changed", 2)]
    [InlineData("update web.operation set user_id = 'other' where number = 3", "operations.changed", 3)]
    [InlineData("delete from web.operation where number = 2", "operations.missing", 2)]
    [InlineData("delete from web.operation where number = 1", "operations.missing", 1)]
    [InlineData("delete from web.operation where number >= 4", "operations.cut-off", 4)]
    [InlineData("truncate web.operation", "operations.cut-off", 1)]
    public async Task What_the_owner_changes_behind_the_triggers_back_is_found(string sql, string fault, long at)
    {
        var (database, connection) = await FiveRowsAsync();
        await using var closed = database;
        (await new OperationCheck(database).RunAsync(null, Cancellation)).Fault.ShouldBeNull();
        await AsOwnerAsync(connection, $"alter table web.operation disable trigger user; {sql}; alter table web.operation enable trigger user");
        var found = await new OperationCheck(database).RunAsync(null, Cancellation);
        (found.Fault, found.At).ShouldBe((fault, at));
    }

    [Fact]
    public async Task A_log_rewritten_with_right_hashes_disagrees_with_the_heads_and_with_a_head_noted_before()
    {
        var (database, connection) = await FiveRowsAsync();
        await using var closed = database;
        var noted = (await new OperationCheck(database).RunAsync(null, Cancellation)).Head;
        var hash = new byte[32];
        var sql = "alter table web.operation disable trigger user;";
        foreach (var row in await database.Source.Of($"select {OperationChain.Columns} from web.operation order by number").RowsAsync(OperationChain.Read, Cancellation))
        {
            hash = (row.Operation with { User = "other" }).HashAfter(hash, row.Number);
            sql += $"update web.operation set user_id = 'other', hash = '\\x{Convert.ToHexString(hash)}' where number = {row.Number};";
        }

        await AsOwnerAsync(connection, sql.TrimEnd(';'));
        (await new OperationCheck(database).RunAsync(null, Cancellation)).Fault.ShouldBe("operations.rewritten");
        await PostgresServer.ExecuteAsync(connection, "delete from web_heads.head; insert into web_heads.head select number, hash from web.operation");
        (await new OperationCheck(database).RunAsync(null, Cancellation)).Fault.ShouldBeNull();
        (await new OperationCheck(database).RunAsync(noted, Cancellation)).Fault.ShouldBe("operations.rewritten");
    }

    [Theory]
    [InlineData(Roles.Writer, "update web.operation set content = ''")]
    [InlineData(Roles.Writer, "delete from web.operation")]
    [InlineData(Roles.Writer, "delete from web_heads.head")]
    [InlineData(Roles.Owner, "update web.operation set content = ''")]
    [InlineData(Roles.Owner, "truncate web.operation")]
    [InlineData(Roles.Owner, "delete from web_heads.head")]
    public async Task Nobody_has_the_right_to_change_it(string role, string sql)
    {
        await using var source = Roles.Connect(Node.Ledger.Log.Connection, role);
        await using var command = source.Of(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Two_nodes_write_one_chain_and_hundred_answers_wait_little()
    {
        var connection = await TestLedger.NewDatabaseAsync();
        await using var one = new WebDatabase(connection);
        await one.UpgradeAsync(Cancellation);
        await using var other = new WebDatabase(connection);
        await using var first = new OperationLog(one);
        await using var second = new OperationLog(other);
        await first.RecordAsync(Row(0));
        var watch = Stopwatch.GetTimestamp();
        for (var round = 0; round < 20; round++) await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? first : second).RecordAsync(Row(i))));
        TestContext.Current.SendDiagnosticMessage($"A group of 20 over two nodes: {Stopwatch.GetElapsedTime(watch).TotalMilliseconds / 20:F1} ms");
        var found = await new OperationCheck(one).RunAsync(null, Cancellation);
        (found.Fault, found.Rows).ShouldBe((null, 401));
    }

    private static Operation Row(int i) => new() { At = DateTimeOffset.UnixEpoch.AddTicks((i * 1_234_567) + 3), User = "u", Method = "GET", Action = $"a{i}", Content = "内容 \"引号\" =1", Outcome = "done", Status = 200, Position = i % 2 == 0 ? i : null };

    /// <summary>Groups of two, two and one.</summary>
    private static async Task<(WebDatabase Database, string Connection)> FiveRowsAsync()
    {
        var connection = await PostgresServer.NewDatabaseAsync("operations", async connection =>
        {
            await using var ledger = await TestLedger.OpenAsync(connection);
            await using var made = new WebDatabase(connection);
            await made.UpgradeAsync();
            var chain = new OperationChain(made);
            await chain.AppendAsync([Row(1), Row(2)]);
            await chain.AppendAsync([Row(3), Row(4)]);
            await chain.AppendAsync([Row(5)]);
        });
        return (new(connection), connection);
    }

    private static Task AsOwnerAsync(string connection, string sql) => PostgresServer.ExecuteAsync(connection, $"set role {Roles.Owner}; {sql}");

    private static async Task<IReadOnlyList<(string Action, string Method, string Target, string Address, string Content, string Outcome)>> RowsOfAsync(TestNode node, string query)
    {
        var user = "jg-" + Guid.NewGuid().ToString("N")[..8];
        using var regulator = await node.AsAsync(user, new Grant(Role.Regulator, "330110"));
        var (_, body) = await regulator.SendAsync("GET", "/api/operations?" + query);
        return [.. body.GetProperty("rows").EnumerateArray().Select(row => (Text(row, "action"), Text(row, "method"), Text(row, "target"), Text(row, "address"), Text(row, "content"), Text(row, "outcome")))];

        static string Text(System.Text.Json.JsonElement row, string name) => row.GetProperty(name).GetString()!;
    }
}
