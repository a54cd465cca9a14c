namespace VillageLedger.Tests;

public sealed class AskQuestionTests
{
    [Fact]
    public void A_voucher_is_asked_about() => SayQuestion.Village().When(SayQuestion.Ask()).Then(Asked(",\"voucher\":\"v1\",\"month\":\"2025-01\""));

    [Fact]
    public void A_figure_is_asked_about() => SayQuestion.Village().When(SayQuestion.Ask(of: SayQuestion.OfFigure)).Then(Asked(SayQuestion.OfFigure));

    [Fact]
    public void A_voucher_behind_a_figure_is_asked_about() => SayQuestion.Village().When(SayQuestion.Ask(of: SayQuestion.OfVoucher + SayQuestion.OfFigure))
        .Then(Asked(",\"voucher\":\"v1\",\"month\":\"2025-01\"" + SayQuestion.OfFigure));

    [Fact]
    public void A_figure_says_how_its_report_was_asked_for()
    {
        const string figure = ",\"figure\":{\"report\":\"detail-ledger\",\"row\":\"2025-01/voucher/v1/1\",\"column\":\"debitFen\",\"position\":0,\"year\":2025,\"options\":\"account=102\"}";
        SayQuestion.Village().When(SayQuestion.Ask(of: figure)).Then(Asked(figure));
    }

    [Fact]
    public void A_question_is_about_something() => SayQuestion.Village().When(SayQuestion.Ask(of: "")).ThenRefused(RefusalCode.FieldMissing, ("field", "voucher | figure"));

    [Fact]
    public void A_voucher_that_waits_is_asked_about() => Given.AVillageBook().Done(Say.Prepare()).When(SayQuestion.Ask()).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_voucher_that_was_discarded_is_asked_about() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(SayQuestion.Ask()).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_voucher_of_a_closed_month_is_asked_about() => SayQuestion.Village().Done(Say.Close()).When(SayQuestion.Ask()).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData("v9")]
    [InlineData("o1")]
    [InlineData("v9/1")]
    [InlineData("v1/1")]
    public void A_voucher_that_is_not_there_is_not_asked_about(string voucher) =>
        SayQuestion.Village().When(SayQuestion.Ask(of: $",\"voucher\":\"{voucher}\"")).ThenRefused(RefusalCode.VoucherUnknown, ("voucher", voucher));

    [Fact]
    public void A_voucher_of_another_book_is_not_asked_about() => SayQuestion.Village().Done(Say.RegisterVillage("r9", "330110112202", "溪塔村"))
        .When(SayQuestion.Ask(owner: "village/330110112202")).ThenRefused(RefusalCode.VoucherUnknown, ("voucher", "v1"));

    [Fact]
    public void One_of_several_vouchers_of_a_request_is_asked_about_in_its_own_book() => ConfirmJointEntryTests.Prepared().Done(SayVenture.ConfirmEntry("e1"))
        .When(SayQuestion.Ask(of: ",\"voucher\":\"e1/2\"", owner: SayVenture.A)).Facts.ShouldHaveSingleItem().Fact.ShouldBeOfType<QuestionAsked>().Month.ShouldBe(new Month(2025, 1));

    [Fact]
    public void One_of_several_vouchers_of_a_request_is_not_asked_about_in_another_book() => ConfirmJointEntryTests.Prepared().Done(SayVenture.ConfirmEntry("e1"))
        .When(SayQuestion.Ask(of: ",\"voucher\":\"e1/1\"", owner: SayVenture.A)).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void An_owner_must_be_registered() => SayQuestion.Village().When(SayQuestion.Ask(owner: "village/330110112299")).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void An_owner_without_a_book_is_asked_about_a_figure() => Given.AVillage().When(SayQuestion.Ask(of: SayQuestion.OfFigure)).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_answer_is_not_due_before_the_question() => SayQuestion.Village().When(SayQuestion.Ask(due: "2025-02-02")).ThenRefused(RefusalCode.FieldInvalid, ("field", "due"), ("expected", "≥ 2025-02-03"));

    [Fact]
    public void An_answer_may_be_due_on_the_same_day() => SayQuestion.Village().When(SayQuestion.Ask(due: "2025-02-03")).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData("\"month\":\"2025-01\"", "\"month\":\"2025-01\",\"year\":2024", "figure.year")]
    [InlineData("\"month\":\"2025-01\"", "\"year\":1899", "figure.year")]
    [InlineData("\"position\":40", "\"position\":-1", "figure.position")]
    [InlineData("\"trial-balance\"", "\"trial balance\"", "figure.report")]
    [InlineData("\"creditFen\"", "\"credit/Fen\"", "figure.column")]
    public void A_figure_is_one_that_can_be_looked_up(string right, string wrong, string field) =>
        SayQuestion.Village().When(SayQuestion.Ask(of: SayQuestion.OfFigure.Replace(right, wrong, StringComparison.Ordinal))).ThenRefused(RefusalCode.FieldInvalid, ("field", field));

    [Theory]
    [InlineData("请说明 11010519491231002X 领取的款项")]
    [InlineData("卡号 6222 0210 0111 6245 702 是谁的")]
    public void A_number_that_a_person_is_known_by_stands_in_no_question(string text) =>
        SayQuestion.Village().When(SayQuestion.Ask(text: text)).ThenRefused(RefusalCode.PersonalNumberInText, ("field", "text"));

    [Theory]
    [InlineData("\"row\":\"501\"", "\"row\":\"11010519491231002X\"", "figure.row")]
    [InlineData("\"position\":40", "\"position\":40,\"options\":\"party=11010519491231002X\"", "figure.options")]
    public void A_number_that_a_person_is_known_by_stands_in_no_figure(string right, string wrong, string field) =>
        SayQuestion.Village().When(SayQuestion.Ask(of: SayQuestion.OfFigure.Replace(right, wrong, StringComparison.Ordinal))).ThenRefused(RefusalCode.PersonalNumberInText, ("field", field));

    private static Stored Asked(string of) =>
        new(SayQuestion.Register, "question-asked.1", $$"""{"question":"q1","owner":"{{Say.Village}}","text":"租金为何减少？","asked":"2025-02-03","due":"2025-02-10","askedBy":"tang"{{of}}}""");
}
