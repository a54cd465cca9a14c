using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VillageLedger.Tests;

public sealed class ResolveDividendTests
{
    private static readonly string CompanyRule = DividendRule.Versions.Carried.Single(rule => rule.Name == "company").Version;

    private static Given Proposed() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose());

    private static Given ProposedByVillage() => SayDividend.ACooperative().Done(SayDividend.Propose(payer: Say.Village));

    private static DividendResolved Resolved(Given given, string request) => (DividendResolved)given.Decided(request).Facts[0].Fact;

    private static VoucherPosted Posted(Given given, string request, string stream) =>
        (VoucherPosted)given.Decided(request).Facts.Single(fact => fact.Stream == stream && fact.Fact is VoucherPosted).Fact;

    private static string Lines(VoucherPosted posted) =>
        string.Join(' ', posted.Lines.Select(line => $"{line.Account}{(line.Party is { } party ? $"[{party}]" : "")}:{(line.DebitFen is { } debit ? $"D{debit}" : $"C{line.CreditFen}")}"));

    [Fact]
    public void A_company_s_dividend_is_split_by_what_was_paid_in() => Encoding.UTF8.GetString(FactTypes.Write(Resolved(Proposed(), SayDividend.Resolve()))).ShouldBe(
        $$"""
        {"dividend":"d1","body":"股东会","basis":"votingRights","votesFor":51,"votesEntitled":100,"statute":"公司法（2023年修订）","article":"第66条","from":"2024-07-01","ruleVersion":"{{CompanyRule}}",
        "resolvedOn":"2025-01-20","recordDate":"2025-01-20","resolution":"决议3号","splitBy":"paid-in",
        "parts":[{"holder":"village/330110112201","weight":40000000,"partFen":36000000},{"holder":"village/330110112202","weight":20000000,"partFen":18000000}],"remainder":"largest-remainder","remainderTo":[],
        "declaredFen":54000000,"vouchers":[{"voucher":"re1/1","book":"company/91330110MA2AAAAA1X","month":"2025-01"},{"voucher":"re1/2","book":"village/330110112201","month":"2025-01"}],"resolvedBy":"li","payBy":"2025-07-20"}
        """.ReplaceLineEndings(""));

    [Fact]
    public void The_company_owes_its_shareholders() => Lines(Posted(Proposed(), SayDividend.Resolve(), SayDividend.Book))
        .ShouldBe("3104:D6000000 3101:C6000000 3104:D54000000 2232[village/330110112201]:C36000000 2232[village/330110112202]:C18000000");

    [Fact]
    public void A_village_has_its_dividend_to_receive() => Lines(Posted(Proposed(), SayDividend.Resolve(), SayDividend.BookOfVillage))
        .ShouldBe("112[company/91330110MA2AAAAA1X]:D36000000 502[company/91330110MA2AAAAA1X]:C36000000");

    [Fact]
    public void The_vouchers_say_who_proposed_and_who_resolved()
    {
        var posted = Posted(Proposed(), SayDividend.Resolve(), SayDividend.Book);
        (posted.PreparedBy.Value, posted.ReviewedBy.Value, posted.Kind, posted.Cause).ShouldBe(("wang", "li", VoucherKind.Dividend, "d1"));
    }

    [Fact]
    public void Shareholders_may_all_agree_on_other_weights()
    {
        var resolved = Resolved(Proposed(), SayDividend.Resolve(more: $$""","agreedByAll":true,"agreedShares":[{"holder":"{{Say.Village}}","weight":1},{"holder":"{{SayDividend.Other}}","weight":1}]"""));
        (resolved.SplitBy, resolved.Parts[0].PartFen, resolved.Parts[1].PartFen).ShouldBe(("agreed", 27_000_000, 27_000_000));
    }

    [Fact]
    public void What_is_paid_in_after_the_record_date_does_not_count()
    {
        var given = Proposed().Done(SayCompany.PayIn(fen: 20_000_000, date: "2025-01-18"));
        Resolved(given, SayDividend.Resolve(recordDate: "2025-01-17")).Parts[0].PartFen.ShouldBe(36_000_000);
        Resolved(given, SayDividend.Resolve(recordDate: "2025-01-18")).Parts[0].PartFen.ShouldBe(40_500_000);
    }

    [Fact]
    public void The_remaining_fen_goes_by_largest_remainder()
    {
        var resolved = Resolved(SayDividend.ACompanyWithProfit().Done(SayDividend.Propose(SayDividend.Amount("distribute", 100))), SayDividend.Resolve());
        (resolved.Parts[0].PartFen, resolved.Parts[1].PartFen, resolved.RemainderTo.Single().Address).ShouldBe((67, 33, Say.Village));
    }

    /// <summary>700.00 over 40, 50 and 10 collective shares: what falls to the collective ones stays undistributed.</summary>
    [Fact]
    public void A_cooperative_owes_its_members_and_keeps_the_collective_shares_part()
    {
        var given = ProposedByVillage();
        var resolved = Resolved(given, SayDividend.ResolveByHeads());
        (resolved.SplitBy, resolved.DeclaredFen, resolved.RetainedFen, resolved.PayBy).ShouldBe(("units", 63_000, 7_000, null));
        Lines(Posted(given, SayDividend.ResolveByHeads(), SayDividend.BookOfVillage)).ShouldBe("32201:D30000 311:C30000 32201:D63000 113[member/m1]:C28000 113[member/m2]:C35000");
    }

    [Fact]
    public void The_register_takes_the_record_date() => ProposedByVillage().Decided(SayDividend.ResolveByHeads()).Facts.Select(fact => (fact.Stream, FactTypes.NameOf(fact.Fact)))
        .ShouldContain(("shares/330110112201", "record-date-set.1"));

    [Fact]
    public void A_member_with_too_many_shares_is_said() => Resolved(ProposedByVillage(), SayDividend.ResolveByHeads()).Warnings.ShouldBe([DividendWarnings.MemberBeyondLimit]);

    [Fact]
    public void More_than_half_is_more_than_half() => Proposed().When(SayDividend.Resolve("50,100")).ThenRefused(RefusalCode.VoteInsufficient, ("needed", "> 1/2"), ("article", "第66条"));

    [Fact]
    public void Two_thirds_are_enough_and_less_is_not()
    {
        Resolved(ProposedByVillage(), SayDividend.ResolveByHeads("20,30")).VotesFor.ShouldBe(20);
        ProposedByVillage().When(SayDividend.ResolveByHeads("19,30")).ThenRefused(RefusalCode.VoteInsufficient, ("needed", "≥ 2/3"), ("article", "第17条"));
    }

    [Fact]
    public void Nobody_votes_twice() => Proposed().When(SayDividend.Resolve("101,100")).ThenRefused(RefusalCode.VotesBeyondEntitled);

    [Fact]
    public void A_company_does_not_vote_by_heads() => Proposed().When(SayDividend.Resolve(basis: "heads")).ThenRefused(RefusalCode.VoteBasisOther, ("needed", "votingRights"));

    [Fact]
    public void A_cooperative_publishes_its_plan() => ProposedByVillage().When(SayDividend.ResolveByHeads(published: "")).ThenRefused(RefusalCode.FieldMissing, ("field", "publishedOn"));

    [Fact]
    public void Fourteen_days_are_not_fifteen() => ProposedByVillage().When(SayDividend.ResolveByHeads(published: "2025-01-06")).ThenRefused(RefusalCode.NoticeTooShort, ("days", "15"));

    [Fact]
    public void A_notice_is_given_ten_days_before() => ProposedByVillage()
        .When(SayDividend.ResolveByHeads(more: ""","noticeOn":"2025-01-11" """)).ThenRefused(RefusalCode.NoticeTooShort, ("field", "noticeOn"), ("days", "10"));

    [Fact]
    public void The_record_date_is_not_after_the_resolution() => Proposed().When(SayDividend.Resolve(recordDate: "2025-01-21")).ThenRefused(RefusalCode.RecordDateAfterResolution);

    [Fact]
    public void Who_proposed_does_not_resolve() => Proposed().When(SayDividend.Resolve().Replace("\"by\":\"li\"", "\"by\":\"WANG\"", StringComparison.Ordinal)).ThenRefused(RefusalCode.ResolveByProposer);

    [Fact]
    public void What_was_not_proposed_is_not_resolved() => SayDividend.ACompanyWithProfit().When(SayDividend.Resolve()).ThenRefused(RefusalCode.DividendUnknown);

    [Fact]
    public void A_dividend_is_resolved_once() => Proposed().Done(SayDividend.Resolve()).When(SayDividend.Resolve(id: "re2")).ThenRefused(RefusalCode.DividendNotProposed);

    [Fact]
    public void What_is_gone_since_the_proposal_is_not_distributed() => SayDividend
        .Posted(Proposed(), SayDividend.Company, "e9", Say.Debit("5602", 1_000) + "," + Say.Credit("1002", 1_000))
        .When(SayDividend.Resolve()).ThenRefused(RefusalCode.NotDistributable, ("distributable", "539,990.00"));

    [Fact]
    public void A_reserve_that_has_become_too_small_is_refused() => SayDividend
        .Posted(Proposed(), SayDividend.Company, "e9", Say.Debit("1002", 1_000) + "," + Say.Credit("5001", 1_000))
        .When(SayDividend.Resolve()).ThenRefused(RefusalCode.StepBelowLaw, ("due", "60,001.00"));

    [Fact]
    public void A_loss_that_has_shrunk_is_not_covered_twice() => SayDividend
        .Posted(Proposed(), SayDividend.Company, "e9", Say.Debit("1002", 1_000) + "," + Say.Credit("3104", 1_000))
        .When(SayDividend.Resolve()).ThenRefused(RefusalCode.LossCoveredTwice, ("due", "199,990.00"));

    [Fact]
    public void Two_proposals_are_not_both_resolved_out_of_one_profit() => Proposed().Done(SayDividend.Propose(dividend: "d2", id: "p2"), SayDividend.Resolve())
        .When(SayDividend.Resolve(dividend: "d2", id: "re2")).ThenRefused(RefusalCode.NotDistributable, ("distributable", "0.00"));

    [Fact]
    public void A_closed_month_of_one_book_stops_all() => Proposed().Done(Say.Close())
        .When(SayDividend.Resolve()).ThenRefused(RefusalCode.BookMonthClosed, ("book", Say.Village), ("next", "2025-02"));

    [Fact]
    public void A_month_to_come_takes_no_resolution() => Proposed().When(SayDividend.Resolve(date: "2025-03-20")).ThenRefused(RefusalCode.MonthNotYetOpen);

    /// <summary>What is owed to it stands in the opening of a book that begins later.</summary>
    [Fact]
    public void A_shareholders_book_that_begins_later_is_left_alone() => Proposed().Done(Say.OpenBook("2025-02", owner: SayDividend.Other, id: "o3"))
        .Decided(SayDividend.Resolve()).Facts.Select(fact => fact.Stream).Distinct().ShouldBe([SayDividend.Stream, SayDividend.Book, SayDividend.BookOfVillage]);

    [Fact]
    public void A_year_that_is_not_over_is_not_resolved() => Proposed()
        .When(SayDividend.Resolve(date: "2024-12-31", recordDate: "2024-12-31")).ThenRefused(RefusalCode.DividendYearNotOver, ("year", "2024"), ("resolvedOn", "2024-12-31"));

    [Fact]
    public void A_closed_month_asks_for_no_other_day_of_the_resolution()
    {
        var given = SayDividend.CloseDecember(Proposed()).Done(Say.Close());
        var decision = given.Decided(SayDividend.Resolve(more: ""","date":"2025-02-01" """));
        var resolved = (DividendResolved)decision.Facts[0].Fact;
        (resolved.ResolvedOn, resolved.Date, resolved.PayBy).ShouldBe((new(2025, 1, 20), new(2025, 2, 1), new(2025, 7, 20)));
        decision.Facts.Select(fact => fact.Fact).OfType<VoucherPosted>().ShouldAllBe(posted => posted.Date == new DateOnly(2025, 2, 1));
    }

    [Fact]
    public void The_resolution_s_own_day_is_no_other_one() => Resolved(Proposed(), SayDividend.Resolve(more: ""","date":"2025-01-20" """)).Date.ShouldBeNull();

    [Fact]
    public void Nothing_is_booked_before_the_resolution() => Proposed()
        .When(SayDividend.Resolve(more: ""","date":"2025-01-19" """)).ThenRefused(RefusalCode.PaymentBeforeResolution, ("date", "2025-01-19"), ("resolvedOn", "2025-01-20"));

    [Fact]
    public void Nothing_is_paid_before_it_is_booked() => Proposed().Done(SayDividend.Resolve(more: ""","date":"2025-01-27" """))
        .When(SayDividend.Pay(date: "2025-01-26")).ThenRefused(RefusalCode.PaymentBeforeResolution, ("resolvedOn", "2025-01-27"));

    [Fact]
    public void Without_a_share_register_there_is_nobody_to_split_between() => Given.AVillage().Done(Say.OpenBook("2024-12")).Posted("rent", "2024-12-15").Done(SayDividend.Propose(payer: Say.Village))
        .When(SayDividend.ResolveByHeads()).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void Nobody_held_before_the_register() => ProposedByVillage().When(SayDividend.ResolveByHeads(recordDate: "2024-12-31")).ThenRefused(RefusalCode.WeightsEmpty);

    [Fact]
    public void A_cooperative_agrees_on_no_other_shares() => ProposedByVillage()
        .When(SayDividend.ResolveByHeads(more: ""","agreedByAll":true,"agreedShares":[{"holder":"member/m1","weight":1}]""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "agreedShares"));

    [Fact]
    public void Other_weights_need_all_shareholders() => Proposed()
        .When(SayDividend.Resolve(more: $$""","agreedShares":[{"holder":"{{Say.Village}}","weight":1}]""")).ThenRefused(RefusalCode.FieldMissing, ("field", "agreedByAll"));

    [Fact]
    public void Who_all_agreed_agreed_on_something() => Proposed().When(SayDividend.Resolve(more: ""","agreedByAll":true""")).ThenRefused(RefusalCode.FieldMissing, ("field", "agreedShares"));

    [Theory]
    [InlineData("party/x", 1, RefusalCode.NotAShareholder)]
    [InlineData(Say.Village, 0, RefusalCode.WeightsAllZero)]
    [InlineData(Say.Village, -1, RefusalCode.WeightNegative)]
    public void Agreed_weights_are_weights_of_shareholders(string holder, int weight, RefusalCode code) =>
        Proposed().When(SayDividend.Resolve(more: $$""","agreedByAll":true,"agreedShares":[{"holder":"{{holder}}","weight":{{weight}}}]""")).ThenRefused(code);

    [Fact]
    public void An_agreed_holder_stands_once() => Proposed()
        .When(SayDividend.Resolve(more: $$""","agreedByAll":true,"agreedShares":[{"holder":"{{Say.Village}}","weight":1},{"holder":"{{Say.Village}}","weight":1}]"""))
        .ThenRefused(RefusalCode.HolderTwice);

    [Fact]
    public void Agreed_weights_stay_within_the_bound() => Proposed()
        .When(SayDividend.Resolve(more: $$""","agreedByAll":true,"agreedShares":[{"holder":"{{Say.Village}}","weight":{{Money.MaxFen}}},{"holder":"{{SayDividend.Other}}","weight":1}]"""))
        .ThenRefused(RefusalCode.WeightsOutOfBounds);

    /// <summary>5,000 members with the longest ids: no fact is beyond 1 MiB, and the decision takes less than a second.</summary>
    [Fact]
    public void Thousands_of_members_are_split_at_once()
    {
        const int Members = 5_000, MaxFact = 1024 * 1024;
        var given = Crowd.Proposed(Members, new string('x', 50));
        given.Decided(SayDividend.ResolveByHeads());
        var watch = Stopwatch.StartNew();
        var decision = given.Decided(SayDividend.ResolveByHeads());
        watch.ElapsedMilliseconds.ShouldBeLessThan(1_000);
        decision.Facts.Max(fact => FactTypes.Write(fact.Fact).Length).ShouldBeLessThan(MaxFact);
        ((DividendResolved)decision.Facts[0].Fact).Parts.Sum(part => part.PartFen).ShouldBe(70_000_000);
    }

    /// <summary>As many members as wanted, each with another number of shares; 700,000.00 yuan to be split between them.</summary>
    internal static class Crowd
    {
        public static string IdOf(int number, string padding = "") => string.Create(CultureInfo.InvariantCulture, $"m{padding}{number:D5}");

        public static Given Proposed(int members, string padding = "")
        {
            var given = Given.AVillage().Done(Say.OpenBook("2024-12"))
                .Fact("shares/330110112201", "share-register-opened.1", """{"village":"330110112201","mode":"static","unitsPerShare":1,"from":"2025-01-01","kinds":["population"],"resolution":"决议1号"}""");
            var changes = new List<string>();
            for (var i = 1; i <= members; i++)
            {
                given.Fact($"member/{IdOf(i, padding)}", "member-registered.1", $$"""{"member":"{{IdOf(i, padding)}}","village":"330110112201","joinedOn":"2025-01-01"}""");
                changes.Add($$"""{"holder":"member/{{IdOf(i, padding)}}","kind":"population","units":{{100 + i % 7}}}""");
            }

            return given
                .Fact("shares/330110112201", "shares-granted.1", $$"""{"village":"330110112201","date":"2025-01-01","changes":[{{string.Join(',', changes)}}],"resolution":"决议1号"}""")
                .Posted("rent", "2024-12-15", lines: Say.Rent(100_000_000)).Done(SayDividend.Propose(payer: Say.Village));
        }
    }
}
