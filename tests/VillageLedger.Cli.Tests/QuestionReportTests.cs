using System.Text.Json;

namespace VillageLedger.Cli.Tests;

/// <summary>Questions of auditors as the program prints them.</summary>
public sealed class QuestionReportTests
{
    private const string Village = "village/330110112201";

    [Fact]
    public async Task What_is_due_first_comes_first() => (await IdsAsync("--place", "330110")).ShouldBe(["yd-1", "yd-2", "yd-3", "yd-5"]);

    [Fact]
    public async Task A_township_has_the_questions_of_its_villages() => (await IdsAsync("--place", "330110113")).ShouldBe(["yd-3", "yd-5"]);

    [Fact]
    public async Task A_company_is_asked_for_by_itself() => (await IdsAsync("--book", "company/91330110MA2AAAAA1X")).ShouldBe(["yd-4"]);

    [Theory]
    [InlineData("open", "yd-2")]
    [InlineData("answered", "yd-3")]
    [InlineData("settled", "yd-1")]
    [InlineData("withdrawn", "yd-5")]
    public async Task Questions_are_found_by_their_state(string state, string question) => (await IdsAsync("--place", "330110", "--state", state)).ShouldBe([question]);

    [Fact]
    public async Task Questions_are_found_by_their_voucher() => (await IdsAsync("--book", Village, "--voucher", "v-1")).ShouldBe(["yd-1"]);

    [Fact]
    public async Task Questions_are_found_by_the_month_in_which_they_were_asked() => (await IdsAsync("--book", Village, "--month", "2025-01")).ShouldBeEmpty();

    [Theory]
    [InlineData("2025-02-28", "")]
    [InlineData("2025-03-01", "yd-2")]
    [InlineData("2026-01-01", "yd-2")]
    public async Task An_open_question_is_overdue_after_its_last_day(string date, string overdue) =>
        string.Join(' ', (await RowsAsync("--place", "330110", "--date", date)).Where(row => row.GetProperty("overdue").GetBoolean()).Select(row => row.GetProperty("question").GetString())).ShouldBe(overdue);

    [Fact]
    public async Task Nothing_is_overdue_where_no_day_is_given() => (await RowsAsync("--place", "330110")).ShouldAllBe(row => row.GetProperty("overdue").ValueKind == JsonValueKind.Null);

    [Fact]
    public async Task A_returned_answer_stands_beside_what_is_missing()
    {
        var row = (await RowsAsync("--book", Village, "--state", "open")).ShouldHaveSingleItem();
        (row.GetProperty("answer").GetString(), row.GetProperty("reason").GetString(), row.GetProperty("due").GetString()).ShouldBe(("开会多。", "请列出各次会议。", "2025-02-28"));
    }

    [Fact]
    public async Task Before_it_was_asked_a_question_is_not_known() =>
        (await LedgerProgram.RunAsync(await QuestionsLedger.DatabaseAsync(), "report", "questions", "--place", "330110", "--at", "1", "--json")).Exits(0).Json.GetProperty("rows").GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task The_file_of_an_answer_is_among_the_owners() =>
        (await LedgerProgram.RunAsync(await QuestionsLedger.DatabaseAsync(), "report", "attachments", "--book", Village, "--json")).Exits(0).Json.GetProperty("rows").EnumerateArray()
            .Select(row => $"{row.GetProperty("of").GetString()} {row.GetProperty("id").GetString()} {row.GetProperty("date").GetString()}").ShouldBe(["question yd-1 2025-02-15"]);

    [Theory]
    [InlineData]
    [InlineData("--book", Village, "--place", "330110")]
    public async Task Either_an_owner_or_a_place_is_asked_for(params string[] words) =>
        (await LedgerProgram.RunAsync(await QuestionsLedger.DatabaseAsync(), ["report", "questions", .. words])).Exits(2);

    [Theory]
    [InlineData("zh", "待答复")]
    [InlineData("en", "Open")]
    public async Task A_reader_sees_the_states_in_his_language(string language, string word) =>
        (await LedgerProgram.RunAsync(await QuestionsLedger.DatabaseAsync(), "report", "questions", "--book", Village, "--state", "open", "--lang", language)).Exits(0).Text.ShouldContain(word);

    private static async Task<IReadOnlyList<string>> IdsAsync(params string[] words) => [.. (await RowsAsync(words)).Select(row => row.GetProperty("question").GetString()!)];

    private static async Task<List<JsonElement>> RowsAsync(params string[] words) =>
        [.. (await LedgerProgram.RunAsync(await QuestionsLedger.DatabaseAsync(), ["report", "questions", .. words, "--json"])).Exits(0).Json.GetProperty("rows").EnumerateArray()];
}
