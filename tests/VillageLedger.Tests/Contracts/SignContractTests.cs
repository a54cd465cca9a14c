namespace VillageLedger.Tests;

public sealed class SignContractTests
{
    private const string Agreed = """{"owner":"village/330110112201","contract":"c1","kind":"lease","direction":"receivable","party":"party/c001","subject":"一号厂房","signedOn":"2024-12-20","from":"2025-01-01","to":"2025-12-31","schedule":{"every":"month","amountFen":100000}}""";

    [Fact]
    public void A_contract_is_registered() => SayContract.WithParties().When(SayContract.Sign()).Then(new Stored(SayContract.Stream, "contract-signed.1", Agreed))
        .Guarded.ShouldBe([SayContract.Stream, "accounts/village/330110112201"], ignoreOrder: true);

    [Fact]
    public void A_contract_holds_all_that_was_said_of_it()
    {
        const string More = ""","depositFen":200000,"asset":"cf-01","resource":"td-01","account":"504","receivable":"113","resolution":"决议1号","document":{"name":"合同.pdf","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}""";
        SayContract.WithParties().When(SayContract.Sign(more: More)).Then(new Stored(SayContract.Stream, "contract-signed.1", Agreed[..^1] + More + "}"));
    }

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayContract.Sign()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void An_id_is_used_once() => SayContract.WithLease().When(SayContract.Sign()).ThenRefused(RefusalCode.ContractTaken, ("contract", "c1"));

    [Fact]
    public void A_party_that_nobody_registered_is_refused() => SayContract.WithParties().When(SayContract.Sign(party: "c009")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/c009"));

    [Fact]
    public void A_venture_owes_by_its_allocations_only() => SayContract.WithParties().Done(SayVenture.Found()).When(SayContract.Sign(party: "venture/jiucun"))
        .ThenRefused(RefusalCode.FieldInvalid, ("field", "party"));

    [Theory]
    [InlineData("2025-01-01", "2024-12-31")]
    [InlineData("2025-01-01", "2125-01-02")]
    [InlineData("2290-01-01", "2300-01-01")]
    [InlineData("9999-12-30", "9999-12-31")]
    public void A_contract_ends_after_it_begins_and_within_a_hundred_years(string from, string to) => SayContract.WithParties().When(SayContract.Sign(from: from, to: to))
        .ThenRefused(RefusalCode.FieldInvalid, ("field", "to"));

    [Theory]
    [InlineData("""{"every":"month"}""")]
    [InlineData("""{"amountFen":5}""")]
    [InlineData("""{}""")]
    [InlineData("""{"dueDay":5,"instalments":[{"due":"2025-02-01","amountFen":5}]}""")]
    [InlineData("""{"every":"month","amountFen":5,"dueDay":0}""")]
    [InlineData("""{"every":"month","amountFen":0}""")]
    [InlineData("""{"every":"month","amountFen":5,"rentFree":[{"from":"2025-02-01","to":"2025-01-31"}]}""")]
    [InlineData("""{"every":"month","amountFen":5,"steps":[{"from":"2025-02","amountFen":6},{"from":"2025-02","amountFen":7}]}""")]
    [InlineData("""{"instalments":[{"due":"2026-02-01","amountFen":5}]}""")]
    [InlineData("""{"instalments":[{"due":"2025-02-01","amountFen":5,"from":"2025-02-01","to":"2025-01-01"}]}""")]
    public void Terms_that_say_too_little_or_what_cannot_be_are_refused(string schedule) => SayContract.WithParties().When(SayContract.Sign(schedule: schedule)).ThenRefused(RefusalCode.FieldInvalid);

    [Fact]
    public void A_contract_without_terms_is_refused() =>
        SayContract.WithParties().When(SayContract.Sign(schedule: "null")).ThenRefused(RefusalCode.FieldMissing, ("field", "schedule"));

    [Theory]
    [InlineData("""{"every":"month","amountFen":9007199254740991}""")]
    [InlineData("""{"every":"month","amountFen":100000,"raise":{"everyMonths":1,"ratePpm":1000000}}""")]
    public void A_schedule_beyond_the_bounds_of_an_amount_is_refused(string schedule) => SayContract.WithParties().When(SayContract.Sign(to: "2124-12-31", schedule: schedule)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Theory]
    [InlineData("account")]
    [InlineData("receivable")]
    public void An_account_that_is_not_there_is_refused(string field) =>
        SayContract.WithParties().When(SayContract.Sign(more: $",\"{field}\":\"50199\"")).ThenRefused(RefusalCode.AccountNotThere, ("account", "50199"));

    [Theory]
    [InlineData("account", "501")]
    [InlineData("account", "102")]
    [InlineData("receivable", "102")]
    [InlineData("receivable", "211")]
    public void An_account_with_details_or_of_another_sort_is_refused(string field, string account) => SayContract.WithParties().Done(Say.AddAccount("50101", "501", "租金"))
        .When(SayContract.Sign(more: $",\"{field}\":\"{account}\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", field));

    [Fact]
    public void A_document_is_named_by_its_content() => SayContract.WithParties().When(SayContract.Sign(more: ""","document":{"name":"合同.pdf","sha256":"x"}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "document.sha256"));
}
