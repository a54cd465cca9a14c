namespace VillageLedger.Tests;

public sealed class CompanyTests
{
    private static readonly Holder Village = Holder.Party("a");
    private static readonly Holder Other = Holder.Party("b");

    [Fact]
    public void A_company_is_unknown_until_it_is_registered() => Company.Unknown.IsKnown.ShouldBeFalse();

    [Fact]
    public void A_registered_company_has_its_kind_and_day_of_founding()
    {
        var company = Founded();
        (company.IsKnown, company.Kind, company.Founded).ShouldBe((true, "asset-operation", new(2024, 5, 20)));
    }

    [Fact]
    public void Before_the_founding_nobody_holds_anything() => Founded().SubscribedOn(new(2024, 5, 19)).ShouldBeEmpty();

    [Fact]
    public void A_founder_who_paid_in_nothing_has_subscribed_only()
    {
        var company = Founded();
        company.SubscribedOn(new(2024, 5, 20)).ShouldBe([new(Village, 500), new(Other, 300)]);
        company.PaidInOn(new(2024, 5, 20)).ShouldBe([new(Village, 200)]);
    }

    [Fact]
    public void What_is_dated_on_a_day_counts_on_it() => After().PaidInOn(new(2025, 3, 1)).ShouldBe([new(Village, 200), new(Other, 100)]);

    [Fact]
    public void What_is_dated_later_does_not_count() => After().PaidInOn(new(2025, 2, 28)).ShouldBe([new(Village, 200)]);

    [Fact]
    public void Who_gave_all_holds_nothing() => After().PaidInOn(new(2025, 6, 1)).ShouldBe([new(Other, 300)]);

    [Fact]
    public void Registered_capital_is_all_that_is_subscribed() =>
        ((long[])[After().RegisteredCapitalOn(new(2024, 12, 31)), After().RegisteredCapitalOn(new(2025, 1, 1)), After().RegisteredCapitalOn(new(2025, 12, 31))]).ShouldBe([800, 1_000, 1_000]);

    [Fact]
    public void The_order_in_which_facts_came_does_not_matter_for_a_day() => Fold(Facts().Reverse()).PaidInOn(new(2025, 12, 31)).ShouldBe(After().PaidInOn(new(2025, 12, 31)));

    /// <summary>Whatever is asked for, what was let through leaves nobody with less than nothing on any day.</summary>
    [Fact]
    public void Random_changes_that_are_let_through_never_break_the_capital_on_any_day()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        Holder[] holders = [.. Enumerable.Range(0, 4).Select(n => Holder.Party("p" + n))];
        var day = new DateOnly(2025, 1, 1);
        var (capital, let) = (Capital.None, 0);
        for (var step = 0; step < 2_000; step++)
        {
            var (one, two, date) = (holders[random.Next(4)], holders[random.Next(4)], day.AddDays(random.Next(40)));
            CapitalChange[] changes = random.Next(3) switch
            {
                0 => [new(one, date, random.Next(1, 50), 0)],
                1 => [new(one, date, 0, random.Next(1, 50))],
                _ when one != two => CapitalChange.Of(new("c", one, two, date, random.Next(1, 80), random.Next(0, 80), "r")),
                _ => [],
            };
            if (changes.Length == 0 || capital.FaultWith(changes) is not null) continue;
            capital = capital.With(changes);
            let++;
        }

        let.ShouldBeGreaterThan(100, $"seed {seed}");
        for (var date = day; date < day.AddDays(41); date = date.AddDays(1))
            foreach (var holder in holders)
            {
                var changes = capital.Changes.Where(change => change.Holder == holder && change.Date <= date).ToList();
                changes.Sum(change => change.PaidInFen).ShouldBeInRange(0, changes.Sum(change => change.SubscribedFen), $"seed {seed}, {holder} on {date:O}");
            }
    }

    private static Company Founded() => Fold(Facts().Take(1));

    private static Company After() => Fold(Facts());

    private static Company Fold(IEnumerable<Fact> facts) => facts.Aggregate(Company.Unknown, (company, fact) => company.Evolve(fact));

    private static IEnumerable<Fact> Facts() =>
    [
        new CompanyRegistered("c", "n", "asset-operation", new(2024, 5, 20), [new(Other, 300, 0), new(Village, 500, 200)]),
        new CapitalSubscribed("c", Other, new(2025, 1, 1), 200, "r"),
        new CapitalTransferred("c", Village, Other, new(2025, 6, 1), 500, 200, "r"),
        new CapitalPaidIn("c", Other, new(2025, 3, 1), 100, "cash"),
    ];
}
