using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

/// <summary>九村联合: nine villages, worked figures of the published case.</summary>
public sealed class CaseATests
{
    private static readonly string[] Villages = [.. Enumerable.Range(201, 9).Select(number => $"village/330110112{number}")];

    [Fact]
    public void Equal_parts_of_the_years_rent_are_what_was_published() => NineVillages().When(Allocate(total: 2_700_000_000, policy: "equal")).The<IncomeAllocated>().Parts.ShouldAllBe(part => part.PartFen == 300_000_000);

    /// <summary>Fixture 4.</summary>
    [Fact]
    public void One_fen_more_goes_to_the_first() => NineVillages().When(Allocate(total: 270_000_001, policy: "equal")).The<IncomeAllocated>().ShouldSatisfyAllConditions(
        allocated => allocated.Parts.Select(part => part.PartFen).ShouldBe([30_000_001, .. Enumerable.Repeat(30_000_000L, 8)]),
        allocated => allocated.RemainderTo.Select(holder => holder.Address).ShouldBe([Villages[0]]));

    /// <summary>Fixture 5.</summary>
    [Fact]
    public void Unequal_weights_are_split_to_the_fen_in_every_book()
    {
        long[] parts = [37_674_419, 34_534_884, 31_395_349, 29_825_581, 28_255_814, 27_627_907, 27_313_953, 27_000_000, 26_372_093];
        var given = NineVillages(1200, 1100, 1000, 950, 900, 880, 870, 860, 840).Done(Allocate(total: 270_000_000), Confirm());
        Villages.Select(village => Balances.Of(given.Ledger, village, "112", Jiucun)).ShouldBe(parts);
        Villages.Select(village => -Balances.Of(given.Ledger, Jiucun, "2241", village)).ShouldBe(parts);
        Balances.Of(given.Ledger, Jiucun, "1002").ShouldBe(270_000_000);
    }

    [Fact]
    public void Paid_returned_and_reversed_nothing_is_left()
    {
        var given = NineVillages().Done(Allocate(total: 270_000_000, policy: "equal"), Confirm());
        foreach (var (i, village) in Villages.Index()) given.Done(Pay($"y{i}", village, 30_000_000));
        Villages.ShouldAllBe(village => Balances.Of(given.Ledger, village, "102", null) == 30_000_000 && Balances.Of(given.Ledger, village, "112", Jiucun) == 0);
        foreach (var (i, _) in Villages.Index()) given.Done(Return($"y{i}", id: $"rt{i}"));
        given.Done(Reverse());
        foreach (var village in Villages.Append(Jiucun))
            Balances.Of(given.Ledger, village).ShouldAllBe(balance => balance.Value == 0);
    }

    [Fact]
    public void One_of_nine_with_a_closed_month_stops_all_and_in_the_next_month_it_works()
    {
        var given = NineVillages().Done(Close("2025-01", Villages[6]));
        given.When(Allocate(total: 9, policy: "equal")).ThenRefused(RefusalCode.BookMonthClosed, ("book", Villages[6]), ("next", "2025-02"));
        given.When(Allocate(total: 9, policy: "equal", date: "2025-02-05")).The<IncomeAllocated>().Vouchers.Count.ShouldBe(10);
    }

    /// <summary>80,000 m² for 900,000,000 yuan over twenty years: each village writes off 5,000,000 yuan a year, of 3,000,000 that it receives.</summary>
    [Fact]
    public void Each_village_depreciates_its_ninth_of_the_building() => NineVillages().Done(InService("b1", 90_000_000_000, 240)).When(Depreciate("e1", "2025-02"))
        .The<JointEntryPrepared>().Parts.ShouldAllBe(part => part.PartFen == 41_666_667 || part.PartFen == 41_666_666);

    private static Given NineVillages(params long[] weights) => WithVenture(Given.ANewLedger().Done(Villages.SelectMany(village => (string[])
        [Say.RegisterVillage("r-" + village[8..], village[8..], "村" + village[^3..]), Say.OpenBook(owner: village, id: "o-" + village[8..])])))
        .Done([Shares(Held([.. Villages.Select((village, i) => (village, weights.Length == 0 ? 1 : weights[i]))])), .. Villages.Select(village => Authorise(village))]);
}
