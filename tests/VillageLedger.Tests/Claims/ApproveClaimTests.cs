namespace VillageLedger.Tests;

public sealed class ApproveClaimTests
{
    private const string Township = "330110112";
    private const string County = "330110";

    /// <summary>sun approves up to 500 yuan, qian up to 5,000 as the second; beyond 5,000 nobody.</summary>
    private static Given Levelled(long fen = 36_800) => SayClaim.Village().Done(
        SayClaim.Levels(SayClaim.Level("supervision-committee", 50_000) + "," + SayClaim.Level("head", 500_000)),
        SayClaim.Name("sun", "supervision-committee"), SayClaim.Name("qian", "head"), SayClaim.HandIn(lines: SayClaim.Line(fen)));

    private static Stored Approved(string by, string more) => new(SayClaim.Register, "claim-approved.1", $$"""{"claim":"c1","date":"2025-01-07","approvedBy":"{{by}}"{{more}}}""");

    [Fact]
    public void Without_levels_another_person_approves() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Approve()).Then(Approved("sun", ",\"final\":true"));

    [Fact]
    public void The_maker_does_not_approve_his_own_claim() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Approve(by: "CHEN")).ThenRefused(RefusalCode.ApproveByMaker, ("claim", "c1"));

    [Fact]
    public void The_maker_does_not_approve_though_he_is_an_approver() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.Name("chen", "head"), SayClaim.HandIn()).When(SayClaim.Approve(by: "chen")).ThenRefused(RefusalCode.ApproveByMaker);

    [Fact]
    public void One_level_is_enough_up_to_its_limit() =>
        Levelled(50_000).When(SayClaim.Approve()).Then(Approved("sun", ",\"scope\":\"village/330110112201\",\"level\":\"supervision-committee\",\"final\":true"));

    [Fact]
    public void Beyond_its_limit_the_next_level_is_needed() =>
        Levelled(50_001).When(SayClaim.Approve()).Then(Approved("sun", ",\"scope\":\"village/330110112201\",\"level\":\"supervision-committee\""));

    [Fact]
    public void The_next_level_approves_finally() =>
        Levelled(50_001).Done(SayClaim.Approve()).When(SayClaim.Approve(by: "qian")).Then(Approved("qian", ",\"scope\":\"village/330110112201\",\"level\":\"head\",\"final\":true"));

    [Fact]
    public void Levels_approve_in_their_order() => Levelled(50_001).When(SayClaim.Approve(by: "qian"))
        .ThenRefused(RefusalCode.NotAnApprover, ("level", "supervision-committee"), ("approvers", "sun"), ("date", "2025-01-07"));

    [Fact]
    public void Nobody_approves_at_two_levels() => Levelled(50_001).Done(SayClaim.Name("sun", "head"), SayClaim.Approve()).When(SayClaim.Approve(id: "again"))
        .ThenRefused(RefusalCode.ApproveTwice, ("by", "sun"));

    [Fact]
    public void An_amount_beyond_the_last_limit_is_approved_by_nobody() =>
        Levelled(500_001).When(SayClaim.Approve()).ThenRefused(RefusalCode.ClaimBeyondLevels, ("amount", "5,000.01"), ("limit", "5,000.00"), ("scope", Say.Village));

    [Fact]
    public void A_level_that_nobody_is_named_for_says_so() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.HandIn()).When(SayClaim.Approve()).ThenRefused(RefusalCode.NotAnApprover, ("approvers", "—"));

    [Fact]
    public void The_levels_of_the_township_hold_where_the_village_has_none() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("office"), Township), SayClaim.Name("sun", "office", Township), SayClaim.HandIn())
            .When(SayClaim.Approve()).Then(Approved("sun", ",\"scope\":\"330110112\",\"level\":\"office\",\"final\":true"));

    [Theory]
    [InlineData(County, Township)]
    [InlineData(Township, "330110112201")]
    [InlineData("330110112201", Say.Village)]
    public void The_most_specific_levels_win(string wide, string narrow) =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("wide"), wide), SayClaim.Levels(SayClaim.Level("narrow"), narrow), SayClaim.Name("sun", "narrow", County), SayClaim.Name("qian", "wide", County), SayClaim.HandIn())
            .When(SayClaim.Approve(by: "qian")).ThenRefused(RefusalCode.NotAnApprover, ("level", "narrow"), ("approvers", "sun"));

    [Fact]
    public void Levels_that_begin_later_do_not_hold_yet() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head"), from: "2025-01-06"), SayClaim.HandIn()).When(SayClaim.Approve(date: "2025-01-05")).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_older_claim_does_not_escape_the_levels_of_the_day_of_its_approval() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head"), from: "2025-01-06"), SayClaim.HandIn()).When(SayClaim.Approve()).ThenRefused(RefusalCode.NotAnApprover, ("level", "head"));

    [Fact]
    public void An_older_claim_does_not_escape_the_last_limit_of_the_day_of_its_approval() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head", 100), from: "2025-01-06"), SayClaim.HandIn()).When(SayClaim.Approve()).ThenRefused(RefusalCode.ClaimBeyondLevels);

    [Fact]
    public void Levels_that_were_ended_since_still_hold_for_an_older_claim() => SayClaim.Village()
        .Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.Levels("", from: "2025-01-06"), SayClaim.HandIn()).When(SayClaim.Approve()).ThenRefused(RefusalCode.NotAnApprover, ("level", "head"));

    [Fact]
    public void An_empty_list_ends_the_levels() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.Levels("", id: "none"), SayClaim.HandIn()).When(SayClaim.Approve()).Then(Approved("sun", ",\"final\":true"));

    [Theory]
    [InlineData("2025-01-08", "2025-12-31")]
    [InlineData("2025-01-01", "2025-01-06")]
    public void An_approver_approves_within_his_time_only(string from, string until) =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.Name("sun", "head", from: from, more: $",\"until\":\"{until}\""), SayClaim.HandIn())
            .When(SayClaim.Approve()).ThenRefused(RefusalCode.NotAnApprover);

    [Fact]
    public void An_approver_who_was_ended_approves_no_longer() =>
        Levelled().Done(SayClaim.End("sun", "supervision-committee", until: "2025-01-06")).When(SayClaim.Approve()).ThenRefused(RefusalCode.NotAnApprover, ("by", "sun"));

    [Fact]
    public void An_approver_who_was_ended_approves_on_his_last_day() => Levelled().Done(SayClaim.End("sun", "supervision-committee", until: "2025-01-07")).When(SayClaim.Approve()).Facts.Count.ShouldBe(1);

    [Fact]
    public void Where_levels_were_lowered_in_between_the_last_level_says_the_last_word() =>
        Levelled(50_001).Done(SayClaim.Approve(), SayClaim.Levels(SayClaim.Level("supervision-committee", 500_000), id: "lower"), SayClaim.Name("qian", "supervision-committee"))
            .When(SayClaim.Approve(by: "qian")).Then(Approved("qian", ",\"scope\":\"village/330110112201\",\"level\":\"supervision-committee\",\"final\":true"));

    [Fact]
    public void The_levels_must_still_hold() =>
        Levelled().When(SayClaim.Approve()).Guarded.ShouldBe([SayClaim.Register, "approvals/" + Say.Village, "approvals/330110112201", "approvals/330110112", "approvals/330110"], ignoreOrder: true);

    [Fact]
    public void A_claim_is_not_approved_before_its_date() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Approve(date: "2025-01-04")).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"));

    [Fact]
    public void An_approved_claim_is_not_approved_again() => SayClaim.Approved().When(SayClaim.Approve(by: "qian")).ThenRefused(RefusalCode.ClaimAlreadyApproved);

    [Fact]
    public void A_returned_claim_is_not_approved() =>
        SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Return()).When(SayClaim.Approve()).ThenRefused(RefusalCode.ClaimAlreadyReturned, ("reason", "缺少签字"));

    [Fact]
    public void A_withdrawn_claim_is_not_approved() => SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Withdraw()).When(SayClaim.Approve()).ThenRefused(RefusalCode.ClaimAlreadyWithdrawn);

    [Fact]
    public void An_unknown_claim_is_not_approved() => SayClaim.Village().When(SayClaim.Approve()).ThenRefused(RefusalCode.ClaimUnknown);
}
