using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class TransferShareTests
{
    [Fact]
    public void Weight_goes_over_from_a_day_on() => AVenture().When(Transfer()).Then(new Stored(Jiucun, "share-transferred.1", $$"""
        {"venture":"jiucun","version":2,"from":"2025-02-01","holder":"{{A}}","taker":"{{B}}","weight":1,"resolution":"联席会议2号"}
        """));

    [Fact]
    public void The_weights_that_follow_split_the_month() => AVenture().Done(Transfer()).When(Allocate(month: "2025-02", date: "2025-02-28"))
        .The<IncomeAllocated>().Parts.Select(part => (part.Weight, part.PartFen)).ShouldBe([(1, 100), (2, 200)]);

    [Fact]
    public void Who_hands_all_of_it_over_has_left() => AVenture().Done(Transfer(weight: 2)).When(Allocate(month: "2025-02", date: "2025-02-28"))
        .The<IncomeAllocated>().Parts.Select(part => (part.Holder.Address, part.PartFen)).ShouldBe([(B, 300)]);

    [Fact]
    public void A_new_holder_takes_a_part() => AVenture().Done(Say.RegisterParty(), Transfer(taker: "party/h001")).When(Allocate(month: "2025-02", date: "2025-02-28"))
        .The<IncomeAllocated>().Parts.Select(part => (part.Holder.Address, part.PartFen)).ShouldBe([("party/h001", 100), (A, 100), (B, 100)]);

    [Fact]
    public void Nobody_hands_over_more_than_it_holds() => AVenture().When(Transfer(weight: 3)).ThenRefused(RefusalCode.ShareInsufficient, ("held", "2"), ("weight", "3"));

    [Fact]
    public void Nobody_hands_over_to_itself() => AVenture().When(Transfer(taker: A)).ThenRefused(RefusalCode.HolderTwice);

    [Fact]
    public void A_transfer_is_not_retroactive() => AVenture().Done(Allocate()).When(Transfer(from: "2025-01-15")).ThenRefused(RefusalCode.SharesRetroactive, ("after", "2025-01-31"));

    [Fact]
    public void To_nobody() => AVenture().When(Transfer(taker: "party/h9")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void To_no_venture() => AVenture().When(Transfer(taker: "venture/jiucun")).ThenRefused(RefusalCode.FieldInvalid);

    [Fact]
    public void To_no_company_of_its_own() => AVenture("company").When(Transfer(taker: Firm)).ThenRefused(RefusalCode.OwnShareholder);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Transfer(venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
