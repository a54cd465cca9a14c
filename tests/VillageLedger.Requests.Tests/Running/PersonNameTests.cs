using System.Text;
using Npgsql;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>A natural person's name lies apart from the log, and can be erased.</summary>
public sealed class PersonNameTests
{
    private const string Name = "欧阳震华";

    [Theory]
    [InlineData("member")]
    [InlineData("person")]
    public async Task A_persons_name_is_in_no_fact_and_no_table_of_the_ledger_and_reads_back(string kind)
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterParty(kind: kind, name: Name));
        await ledger.DoAsync(Say.RegisterParty(kind: kind, name: Name, id: "again"));
        await ledger.DoAtomicAsync(Say.RegisterParty("h002", kind, Name, "r4"));

        (await TablesHoldingAsync(ledger, Name)).ShouldBeEmpty();
        await using var names = new PersonNames(ledger.Log);
        (await names.FindAsync("h001")).ShouldBe(Name);
        (await names.FindAsync("h002")).ShouldBe(Name);
        (await names.FindAsync("h003")).ShouldBeNull();
    }

    [Fact]
    public async Task The_name_of_a_group_stands_in_its_fact_where_the_search_finds_it()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterParty(name: Name));
        (await TablesHoldingAsync(ledger, Name)).ShouldBe(["ledger.mt_events"]);
    }

    [Fact]
    public async Task Erasing_a_person_erases_the_name_and_no_fact()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterParty(kind: "person", name: Name), Say.RegisterParty("h002", "person", "李四", "r4"));
        var newest = await ledger.NewestAsync();
        await using var names = new PersonNames(ledger.Log);
        await names.EraseAsync("h001");
        (await names.FindAsync("h001")).ShouldBeNull();
        (await names.FindAsync("h002")).ShouldBe("李四");
        (await ledger.NewestAsync()).ShouldBe(newest);
        (await ledger.DoAsync(Say.RegisterParty(kind: "person", name: Name, id: "r5"))).Refusal!.Code.ShouldBe(RefusalCode.AlreadyRegistered);
    }

    /// <summary>A process that remembers a time before: it decides, keeps the name, and only then learns that it was late.</summary>
    [Fact]
    public async Task An_erased_name_does_not_come_back_when_the_request_is_asked_again()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        var request = Say.RegisterParty(kind: "person", name: Name);
        await one.DryRunAsync(request);
        await two.DoneAsync(request);
        await using var names = new PersonNames(one.Log);
        await names.EraseAsync("h001");
        (await one.DoAsync(request)).Kind.ShouldBe(OutcomeKind.AlreadyDone);
        (await one.DoAtomicAsync(request))[0].Kind.ShouldBe(OutcomeKind.AlreadyDone);
        (await names.FindAsync("h001")).ShouldBeNull();
    }

    [Fact]
    public async Task A_request_that_is_refused_leaves_the_name_of_the_registered_person_as_it_is()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DryRunAsync(Say.RegisterParty(kind: "person", name: "李四", id: "late"));
        await two.DoneAsync(Say.RegisterParty(kind: "person", name: Name, id: "early"));
        (await one.DoAsync(Say.RegisterParty(kind: "person", name: "李四", id: "late"))).Refusal!.Code.ShouldBe(RefusalCode.AlreadyRegistered);
        await using var names = new PersonNames(one.Log);
        (await names.FindAsync("h001")).ShouldBe(Name);
        (await one.QueryAsync<long>("select count(*) from persons.name")).ShouldBe([1L], "nothing is kept of a person who was not registered");

        // The same id for another name is no registration, either.
        await using var three = await one.AgainAsync();
        (await three.DoAsync(Say.RegisterParty(kind: "person", name: "李四", id: "early"))).Refusal!.Code.ShouldBe(RefusalCode.IdReused);
        (await names.FindAsync("h001")).ShouldBe(Name);
    }

    [Fact]
    public async Task Two_who_register_one_person_at_once_leave_the_name_that_was_registered()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await using var names = new PersonNames(one.Log);
        for (var i = 0; i < 10; i++)
        {
            var outcomes = await Task.WhenAll(
                one.DoAsync(Say.RegisterParty($"p{i}", "person", "甲", $"a{i}")), two.DoAsync(Say.RegisterParty($"p{i}", "person", "乙", $"b{i}")));
            outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done).ShouldBe(1);
            (await names.FindAsync($"p{i}")).ShouldBe(outcomes[0].Kind == OutcomeKind.Done ? "甲" : "乙");
        }
    }

    [Fact]
    public async Task Names_are_kept_encrypted_and_readers_of_the_ledger_may_not_look()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterParty(kind: "person", name: Name));
        (await TablesHoldingAsync(ledger, Name, "persons")).ShouldBeEmpty();
        foreach (var role in new[] { "reader", "projector" })
        {
            await using var session = new NpgsqlConnection(await PostgresServer.AsAsync(ledger.Log.Connection, role));
            await session.OpenAsync();
            await using var command = new NpgsqlCommand("select * from persons.key", session);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteScalarAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    /// <summary>Tables of a schema that hold a text in any column, as text or as bytes.</summary>
    private static async Task<IReadOnlyList<string>> TablesHoldingAsync(TestLedger ledger, string text, string schema = "ledger")
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
        var tables = await ledger.QueryAsync<string>($"select schemaname || '.' || tablename from pg_tables where schemaname = '{schema}' order by 1");
        tables.Count.ShouldBeGreaterThan(1);
        var holding = new List<string>();
        foreach (var table in tables)
            if ((await ledger.QueryAsync<bool>($"select exists (select from {table} t where t::text like '%{text}%' or t::text like '%{hex}%')"))[0]) holding.Add(table);
        return holding;
    }
}
