using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VillageLedger.Tests;

/// <summary>
/// What is stored is stored for ever. Each type has two examples in <c>Facts/Stored</c>: <c>name.json</c> with every field there is, <c>name.least.json</c>
/// with as few as possible; <c>name.former.json</c> had every field before an optional one came. A shape that changes needs a new version of the name, never a changed example.
/// </summary>
public sealed class StoredFactsTests
{
    private static readonly string[] VentureBeginnings = ["construction-contracted.1", "placed-in-service.1", "income-allocated.1", "allocation-paid.1", "joint-entry-prepared.1"];

    public static TheoryData<string> Examples => [.. Resource.Names("facts")];

    /// <summary>One name a line, in <c>Facts/names.txt</c>: none ever leaves it.</summary>
    [Fact]
    public void The_stored_names_are_frozen() => FactTypes.Names.ShouldBe(Resource.Text("names.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public void Every_type_has_its_two_examples_and_no_example_is_without_type() => Resource.Names("facts").Where(name => !name.EndsWith(".former.json", StringComparison.Ordinal))
        .ShouldBe(FactTypes.Names.SelectMany(name => (string[])[$"facts/{name}.json", $"facts/{name}.least.json"]), ignoreOrder: true);

    [Fact]
    public void Every_fact_has_a_stored_name() => typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)))
        .ShouldBe(FactTypes.Names.Select(FactTypes.TypeOf), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_written_back_as_it_was_read(string example)
    {
        var stored = Resource.Text(example).TrimEnd('\n');
        Encoding.UTF8.GetString(FactTypes.Write(FactTypes.Read(NameOf(example), Encoding.UTF8.GetBytes(stored)))).ShouldBe(stored);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_keeps_the_rules_of_stored_data(string example) => Check(JsonNode.Parse(Resource.Text(example)));

    /// <summary>The whole example has every property of the type and of the parts within it; the least one shows which are optional.</summary>
    [Fact]
    public void The_whole_examples_have_every_field()
    {
        foreach (var name in FactTypes.Names)
        {
            var info = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            var fields = FactTypes.TypeOf(name).GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters().Select(p => info.PropertyNamingPolicy.ConvertName(p.Name!));
            JsonNode.Parse(Resource.Text($"facts/{name}.json"))!.AsObject().Select(member => member.Key).ShouldBe(fields, ignoreOrder: true, customMessage: name);
        }
    }

    [Theory]
    [InlineData("""{"voucher":"v-2"}""")]
    [InlineData("""{"voucher":"v-2","reviewedBy":null}""")]
    [InlineData("""{"voucher":"a b","reviewedBy":"li"}""")]
    [InlineData("""{"voucher":7,"reviewedBy":"li"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public void Corrupt_data_is_never_softened(string json) => Should.Throw<JsonException>(() => FactTypes.Read("voucher-reviewed.1", Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"kind\":\"ordinary\"", "\"kind\":\"gift\"")]
    [InlineData("\"kind\":\"ordinary\"", "\"kind\":0")]
    [InlineData("\"debitFen\":2250000000", "\"debitFen\":1.5")]
    [InlineData("\"debitFen\":2250000000", "\"debitFen\":\"1\"")]
    [InlineData("\"date\":\"2025-03-31\"", "\"date\":\"2025-02-30\"")]
    public void A_voucher_with_corrupt_values_is_never_softened(string good, string corrupt)
    {
        var json = Resource.Text("facts/voucher-posted.1.least.json");
        json.ShouldContain(good);
        Should.Throw<JsonException>(() => FactTypes.Read("voucher-posted.1", Encoding.UTF8.GetBytes(json.Replace(good, corrupt, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_name_that_is_not_known_stops_loudly() => Should.Throw<UnknownFactException>(() => FactTypes.Read("voucher-shredded.1", "{}"u8)).FactType.ShouldBe("voucher-shredded.1");

    [Fact]
    public void A_fact_in_a_stream_of_another_kind_stops_loudly()
    {
        foreach (var name in FactTypes.Names)
        {
            var fact = FactTypes.Read(name, Encoding.UTF8.GetBytes(Resource.Text($"facts/{name}.json")));
            string[] streams =
            [
                "rules", "place/330110", "village/330110112201", "company/91330110MA2AAAAA1X", "accounts/village/330110112201", "book/village/330110112201/2025-03", "member/m-0001", "shares/330110112201", "venture/jiucun", "dividend/d2025",
                "claims/village/330110112201", "approvals/330110", "invoice/x", "cash/village/330110112201", "bank/village/330110112201/b1", "forms/village/330110112201",
                "contracts/village/330110112201", "assets/village/330110112201", "funds/village/330110112201", "thresholds/330110", "village-group/jiucun",
                "questions/village/330110112201",
            ];
            streams.Count(stream => Takes(stream, fact)).ShouldBe(1, name);
        }
    }

    private static bool Takes(string stream, Fact fact)
    {
        var state = Fold.EmptyOf(stream);
        if (state is BookMonth && fact is VoucherAmended or VoucherReviewed or VoucherSigned or VoucherReturned or VoucherDiscarded or VoucherReversed or VoucherCorrected)
            state = Fold.Evolve(state, FactTypes.Read("voucher-prepared.1", Encoding.UTF8.GetBytes(Resource.Text("facts/voucher-prepared.1.json"))));
        // What happens to a contract comes after the contract.
        if (state is Company)
            foreach (var name in (string[])["manager-appointed.1", "works-awarded.1"])
                state = Fold.Evolve(state, FactTypes.Read(name, Encoding.UTF8.GetBytes(Resource.Text($"facts/{name}.json"))));
        // What happens to a contract, a placing, an allocation or an entry of a venture comes after it.
        if (state is Venture)
            foreach (var name in VentureBeginnings.TakeWhile(name => name != FactTypes.NameOf(fact)))
                state = Fold.Evolve(state, FactTypes.Read(name, Encoding.UTF8.GetBytes(Resource.Text($"facts/{name}.json"))));
        if (state is CashDesk && fact is BankAccountClosed) state = Fold.Evolve(state, Example("bank-account-registered.1"));
        if (state is BankStatement && fact is StatementUnmatched) state = Fold.Evolve(state, Example("statement-matched.1"));
        if (state is AssetRegister)
            foreach (var name in (string[])["asset-added.1", "works-opened.1", "resource-registered.1"]) state = Fold.Evolve(state, Example(name));
        if (state is Dividend && fact is not DividendProposed) state = Fold.Evolve(state, Example("dividend-proposed.1"));
        if (state is Dividend && fact is DividendPaymentReturned) state = Fold.Evolve(state, Example("dividend-paid.1"));
        if (state is ContractRegister && fact is not ContractSigned) state = Fold.Evolve(state, Example("contract-signed.1"));
        if (state is FundRegister && fact is not FundOpened) state = Fold.Evolve(state, Example("fund-opened.1"));
        // What happens to a question or a claim comes after it.
        if (state is QuestionRegister && fact is not QuestionAsked) state = Fold.Evolve(state, Example("question-asked.1"));
        if (state is ClaimRegister && fact is not ClaimHandedIn) state = Fold.Evolve(state, Example("claim-handed-in.1"));
        try
        {
            Fold.Evolve(state, fact);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Fact Example(string name) => FactTypes.Read(name, Encoding.UTF8.GetBytes(Resource.Text($"facts/{name}.json")));

    private static string NameOf(string example) => example["facts/".Length..].Replace(".least", "", StringComparison.Ordinal).Replace(".former", "", StringComparison.Ordinal).Replace(".json", "", StringComparison.Ordinal);

    private static void Check(JsonNode? node)
    {
        node.ShouldNotBeNull();
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    name.ShouldMatch("^[a-z][a-zA-Z0-9]*$");
                    Check(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items) Check(item);
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.Number) Money.Fits(long.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)).ShouldBeTrue();
                break;
        }
    }
}
