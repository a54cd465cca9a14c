using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>What is known of natural persons lies apart from the log, and can be erased.</summary>
public sealed class PersonFieldsTests
{
    private const string Name = "欧阳震华";
    private const string Number = "11010519491231002X";
    private const string Card = "6222021234567890128";

    /// <summary>Times are those of an idle machine; other tests run beside this one.</summary>
    private const int Patience = 5;

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
        await using var fields = new PersonFields(ledger.Log);
        (await NameAsync(fields, "h001")).ShouldBe(Name);
        (await NameAsync(fields, "h002")).ShouldBe(Name);
        (await NameAsync(fields, "h003")).ShouldBeNull();
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
        await using var fields = new PersonFields(ledger.Log);
        await fields.EraseAsync(Holder.Party("h001"));
        (await NameAsync(fields, "h001")).ShouldBeNull();
        (await NameAsync(fields, "h002")).ShouldBe("李四");
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
        await using var fields = new PersonFields(one.Log);
        await fields.EraseAsync(Holder.Party("h001"));
        (await one.DoAsync(request)).Kind.ShouldBe(OutcomeKind.AlreadyDone);
        (await one.DoAtomicAsync(request))[0].Kind.ShouldBe(OutcomeKind.AlreadyDone);
        (await NameAsync(fields, "h001")).ShouldBeNull();
    }

    [Fact]
    public async Task A_request_that_is_refused_leaves_the_name_of_the_registered_person_as_it_is()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DryRunAsync(Say.RegisterParty(kind: "person", name: "李四", id: "late"));
        await two.DoneAsync(Say.RegisterParty(kind: "person", name: Name, id: "early"));
        (await one.DoAsync(Say.RegisterParty(kind: "person", name: "李四", id: "late"))).Refusal!.Code.ShouldBe(RefusalCode.AlreadyRegistered);
        await using var fields = new PersonFields(one.Log);
        (await NameAsync(fields, "h001")).ShouldBe(Name);
        (await one.QueryAsync<long>("select count(*) from persons.name")).ShouldBe([1L], "nothing is kept of a person who was not registered");

        // The same id for another name is no registration, either.
        await using var three = await one.AgainAsync();
        (await three.DoAsync(Say.RegisterParty(kind: "person", name: "李四", id: "early"))).Refusal!.Code.ShouldBe(RefusalCode.IdReused);
        (await NameAsync(fields, "h001")).ShouldBe(Name);
    }

    [Fact]
    public async Task Two_who_register_one_person_at_once_leave_the_name_that_was_registered()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await using var fields = new PersonFields(one.Log);
        for (var i = 0; i < 10; i++)
        {
            var outcomes = await Task.WhenAll(
                one.DoAsync(Say.RegisterParty($"p{i}", "person", "甲", $"a{i}")), two.DoAsync(Say.RegisterParty($"p{i}", "person", "乙", $"b{i}")));
            outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done).ShouldBe(1);
            (await NameAsync(fields, $"p{i}")).ShouldBe(outcomes[0].Kind == OutcomeKind.Done ? "甲" : "乙");
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

    [Fact]
    public async Task A_members_fields_are_in_no_fact_and_no_table_and_read_back()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Member(name: Name, more: $$""","identityNumber":"{{Number}}","bankAccount":"{{Card}}","phone":"13800000000" """));
        foreach (var text in new[] { Name, Number, Card, "13800000000" })
        {
            (await TablesHoldingAsync(ledger, text)).ShouldBeEmpty();
            (await TablesHoldingAsync(ledger, text, "persons")).ShouldBeEmpty();
        }

        await using var fields = new PersonFields(ledger.Log);
        (await fields.FindAsync(Holder.Member("m1"))).ShouldBe(new Person(Holder.Member("m1"), Name, Number, Card, "13800000000"));
        (await fields.FindAsync(Holder.Party("m1"))).ShouldBeNull("a party of the same id is another");
    }

    [Fact]
    public void Whoever_prints_a_person_prints_an_address() => new Person(Holder.Member("m1"), Name, Number).ToString().ShouldBe("member/m1");

    /// <summary>3,000 members: kept with their shares in one append, found together for a list.</summary>
    [Fact]
    public async Task Thousands_are_kept_and_found_at_once()
    {
        const int Count = 3_000;
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Open());
        var read = TestLedger.Read(SayShares.Members([.. Enumerable.Range(0, Count).Select(i => SayShares.Item($"m{i}", more: $$""","bankAccount":"{{Card}}" """))]));
        await using var fields = new PersonFields(ledger.Log);
        await fields.FindAsync(Holder.Member("m0"));

        var clock = Stopwatch.StartNew();
        await fields.KeepAsync("trial", read.Request!.Persons);
        clock.ElapsedMilliseconds.ShouldBeLessThan(1_000 * Patience);
        await fields.ForgetAsync("trial", read.Request.Persons);
        (await ledger.QueryAsync<long>("select count(*) from persons.key")).ShouldBe([0L]);

        (await ledger.Runner.DoAsync(read)).Kind.ShouldBe(OutcomeKind.Done);
        (await ledger.QueryAsync<long>("select count(*) from persons.name")).ShouldBe([(long)Count]);
        clock.Restart();
        var found = await fields.FindManyAsync([.. Enumerable.Range(0, Count + 1).Select(i => Holder.Member($"m{i}"))]);
        clock.ElapsedMilliseconds.ShouldBeLessThan(200 * Patience);
        found.Count.ShouldBe(Count);
        found[Holder.Member("m2999")].BankAccount.ShouldBe(Card);
    }

    [Fact]
    public async Task Of_many_that_are_refused_nothing_is_kept()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Say.RegisterVillage());
        var late = SayShares.Members(SayShares.Item("m1", ""), SayShares.Item("m2", ""));
        await one.DryRunAsync(late);
        await two.DoneAsync(SayShares.Member("m2"));
        (await one.DoAsync(late)).Refusal!.Code.ShouldBe(RefusalCode.AlreadyRegistered);
        (await one.QueryAsync<string>("select party from persons.name")).ShouldBe(["member/m2"]);
        (await one.QueryAsync<string>("select party from persons.key")).ShouldBe(["member/m2"]);
    }

    /// <summary>A row as the program wrote it before it knew members: the bare id of a party, the name alone.</summary>
    [Fact]
    public async Task Names_of_a_ledger_of_before_are_found_and_erased()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterParty(kind: "person", name: "新"), Say.RegisterParty("h002", "person", "李四", "r4"));
        byte[] key = RandomNumberGenerator.GetBytes(32), nonce = RandomNumberGenerator.GetBytes(12), plain = Encoding.UTF8.GetBytes(Name), cipher = new byte[plain.Length], tag = new byte[16];
        using (var aes = new AesGcm(key, 16)) aes.Encrypt(nonce, plain, cipher, tag, "h001"u8);
        await ledger.QueryAsync<int>(
            $"""
            update persons.key set party = 'h001', key = '\x{Convert.ToHexString(key)}' where party = 'party/h001';
            update persons.name set party = 'h001', nonce = '\x{Convert.ToHexString(nonce)}', cipher = '\x{Convert.ToHexString(cipher)}', tag = '\x{Convert.ToHexString(tag)}' where party = 'party/h001';
            """);
        await using var fields = new PersonFields(ledger.Log);
        (await fields.FindManyAsync([Holder.Party("h001"), Holder.Party("h002")])).Values.Select(person => person.Name).ShouldBe([Name, "李四"], ignoreOrder: true);
        await ledger.DoneAsync(SayShares.Erase("party/h001"));
        (await NameAsync(fields, "h001")).ShouldBeNull();
        (await ledger.QueryAsync<string>("select party from persons.key")).ShouldBe(["party/h002"]);
    }

    [Fact]
    public async Task A_row_that_was_moved_to_another_person_is_not_read()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Members(SayShares.Item("m1", ""), SayShares.Item("m2", "")));
        foreach (var table in new[] { "key", "name" })
            await ledger.QueryAsync<int>($"delete from persons.{table} where party = 'member/m2'; update persons.{table} set party = 'member/m2' where party = 'member/m1'");
        await using var fields = new PersonFields(ledger.Log);
        await Should.ThrowAsync<AuthenticationTagMismatchException>(() => fields.FindAsync(Holder.Member("m2")));
    }

    [Fact]
    public async Task A_request_erases_a_person_and_no_figure()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Open(), SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2")));
        var before = await ledger.FactsAsync(SayShares.Register);
        await ledger.DoneAsync(SayShares.Erase());
        await using var fields = new PersonFields(ledger.Log);
        (await fields.FindManyAsync([Holder.Member("m1"), Holder.Member("m2")])).Keys.ShouldBe([Holder.Member("m2")]);
        (await ledger.QueryAsync<string>("select party from persons.key")).ShouldBe(["member/m2"]);
        (await ledger.QueryAsync<string>("select party from persons.name")).ShouldBe(["member/m2"]);
        (await ledger.FactsAsync(SayShares.Register)).Select(FactTypes.Write).ShouldBe(before.Select(FactTypes.Write));
    }

    /// <summary>As when the process died after its append: the fact is there, the key still lies there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_dead_process_left_shows_no_more_and_goes_when_the_request_is_repeated(bool atomic)
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Member());
        await ledger.QueryAsync<int>("create table kept_key as select * from persons.key; create table kept_name as select * from persons.name");
        await ledger.DoneAsync(SayShares.Erase());
        await ledger.QueryAsync<int>("insert into persons.key select * from kept_key; insert into persons.name select * from kept_name");
        await using var fields = new PersonFields(ledger.Log);
        (await fields.FindAsync(Holder.Member("m1"))).ShouldBeNull();

        var outcome = atomic ? (await ledger.DoAtomicAsync(SayShares.Erase()))[0] : await ledger.DoAsync(SayShares.Erase());
        outcome.Kind.ShouldBe(OutcomeKind.AlreadyDone);
        (await ledger.QueryAsync<long>("select count(*) from persons.key")).ShouldBe([0L]);
    }

    [Fact]
    public async Task Neither_a_dry_run_nor_a_refused_file_erases_anybody()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), SayShares.Member());
        await ledger.DryRunAsync(SayShares.Erase());
        (await ledger.DoAtomicAsync(SayShares.Erase(), SayShares.Erase("member/m9", "e2"))).ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Refused);
        await using var fields = new PersonFields(ledger.Log);
        (await fields.FindAsync(Holder.Member("m1")))!.Name.ShouldBe("王小明");
    }

    private static async Task<string?> NameAsync(PersonFields fields, string party) => (await fields.FindAsync(Holder.Party(party)))?.Name;

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
