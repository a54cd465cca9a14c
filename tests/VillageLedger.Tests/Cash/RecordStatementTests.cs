namespace VillageLedger.Tests;

public sealed class RecordStatementTests
{
    private static readonly string A = SayCash.Line("2025-01-10", 1_000, 501_000, "r1");
    private static readonly string B = SayCash.Line("2025-01-15", -300, 500_700);
    private static readonly string C = SayCash.Line("2025-01-20", 50, 500_750);

    private static string Json(string lines, string more, string days = "\"from\":\"2025-01-10\",\"until\":\"2025-01-15\"") =>
        $$"""{"owner":"village/330110112201","bankAccount":"jbh",{{days}},"lines":[{{lines}}],"recordedBy":"wang"{{more}}}""";

    [Fact]
    public void A_statement_is_recorded_line_by_line() => SayCash.ABankAccount().When(SayCash.Statement(A + "," + B))
        .Then(new Stored(SayCash.Bank, "statement-recorded.1", Json(A + "," + B, ",\"known\":0"))).Result.ShouldBeOfType<StatementRecorded>();

    [Fact]
    public void A_month_without_movement_is_covered_too() => SayCash.ABankAccount().When(SayCash.Statement("", ""","from":"2025-01-01","until":"2025-01-31","openingFen":500000"""))
        .Then(new Stored(SayCash.Bank, "statement-recorded.1", Json("", ",\"known\":0,\"openingFen\":500000", "\"from\":\"2025-01-01\",\"until\":\"2025-01-31\"")));

    [Fact]
    public void Overlapping_statements_take_each_line_once() => SayCash.ABankAccount().Done(SayCash.Statement(A + "," + B)).When(SayCash.Statement(B + "," + C, id: "st2"))
        .Then(new Stored(SayCash.Bank, "statement-recorded.1", Json(C, ",\"known\":1", "\"from\":\"2025-01-15\",\"until\":\"2025-01-20\"")));

    [Fact]
    public void Of_identical_lines_as_many_are_taken_as_are_new()
    {
        var twin = SayCash.Line("2025-01-15", 100);
        var given = SayCash.ABankAccount().Done(SayCash.Statement(twin + "," + twin));
        given.When(SayCash.Statement(twin + "," + twin + "," + twin, id: "st2")).Then(new Stored(SayCash.Bank, "statement-recorded.1", Json(twin, ",\"known\":2", "\"from\":\"2025-01-15\",\"until\":\"2025-01-15\"")));
        given.When(SayCash.Statement(twin, id: "st3")).ThenNothing();
    }

    [Fact]
    public void The_same_lines_again_are_nothing_new() => SayCash.ABankAccount().Done(SayCash.Statement(A + "," + B)).When(SayCash.Statement(A + "," + B, id: "st2")).ThenNothing();

    [Fact]
    public void A_file_is_taken_once()
    {
        var file = $",\"file\":\"{new string('a', 64)}\"";
        SayCash.ABankAccount().Done(SayCash.Statement(A, file)).When(SayCash.Statement(A, file, "st2")).ThenRefused(RefusalCode.StatementFileTwice, ("bankAccount", "jbh"));
    }

    [Fact]
    public void A_gap_to_the_earlier_statement_is_shown() => SayCash.ABankAccount().Done(SayCash.Statement(A)).When(SayCash.Statement(C, id: "st2"))
        .Then(new Stored(SayCash.Bank, "statement-recorded.1", Json(C, ",\"known\":0,\"gapFen\":-300", "\"from\":\"2025-01-20\",\"until\":\"2025-01-20\"")));

    [Fact]
    public void An_earlier_statement_that_comes_later_shows_no_gap() => ((StatementRecorded)SayCash.ABankAccount().Done(SayCash.Statement(C)).When(SayCash.Statement(A + "," + B, id: "st2")).Result!).GapFen.ShouldBeNull();

    [Fact]
    public void A_balance_that_does_not_follow_names_its_line() => SayCash.ABankAccount().When(SayCash.Statement(A + "," + SayCash.Line("2025-01-15", -300, 500_701)))
        .ThenRefused(RefusalCode.StatementBalanceBroken, ("item", "2"), ("expected", "5,007.00"), ("found", "5,007.01"));

    [Fact]
    public void Lines_without_balance_between_are_counted() => SayCash.ABankAccount().When(SayCash.Statement(A + "," + SayCash.Line("2025-01-12", -300) + "," + SayCash.Line("2025-01-15", 50, 500_751)))
        .ThenRefused(RefusalCode.StatementBalanceBroken, ("item", "3"), ("expected", "5,007.50"));

    [Fact]
    public void The_first_balance_follows_from_the_opening() => SayCash.ABankAccount().When(SayCash.Statement(A, ""","openingFen":499000""")).ThenRefused(RefusalCode.StatementBalanceBroken, ("item", "1"));

    [Fact]
    public void Lines_go_by_date() => SayCash.ABankAccount().When(SayCash.Statement(B + "," + A)).ThenRefused(RefusalCode.StatementDateOutside, ("item", "2"), ("from", "2025-01-15"));

    [Fact]
    public void Lines_lie_within_the_statements_days() => SayCash.ABankAccount().When(SayCash.Statement(A + "," + B, ""","until":"2025-01-14" """)).ThenRefused(RefusalCode.StatementDateOutside, ("item", "2"), ("until", "2025-01-14"));

    [Fact]
    public void A_statement_does_not_end_before_it_begins() => SayCash.ABankAccount().When(SayCash.Statement("", ""","from":"2025-01-31","until":"2025-01-01" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "until"));

    [Fact]
    public void Without_lines_its_days_are_needed() => SayCash.ABankAccount().When(SayCash.Statement("")).ThenRefused(RefusalCode.FieldMissing, ("field", "from"));

    [Fact]
    public void An_unknown_account_has_no_statement() => SayCash.ABankAccount().When(SayCash.Statement(A, bankAccount: "x")).ThenRefused(RefusalCode.BankAccountUnknown);

    [Fact]
    public void A_reference_is_no_personal_number() => SayCash.ABankAccount().When(SayCash.Statement(SayCash.Line("2025-01-10", 5, reference: "11010519491231002X"))).ThenRefused(RefusalCode.PersonalNumberAsId);

    [Fact]
    public void Sums_stay_within_the_bounds() => SayCash.ABankAccount().Done(SayCash.Statement(SayCash.Line("2025-01-10", Money.MaxFen))).When(SayCash.Statement(SayCash.Line("2025-01-11", -1), id: "st2")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void A_file_is_named_by_its_hash() => SayCash.ABankAccount().When(SayCash.Statement(A, ""","file":"a.csv" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "file"));
}
