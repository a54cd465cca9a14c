using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A year of a book, or the part of one that the book was kept in by one standard.</summary>
/// <param name="Name"><c>2025</c>; <c>2024-01_2024-06</c> where a year has several.</param>
public sealed record ArchivePeriod(string Name, Month From, Month To, string Standard)
{
    public Period Months => new(From, To);
}

/// <summary>An owner's book as known at a position: its accounts and the periods that it was kept in.</summary>
public sealed record ArchiveBook(Accounts Accounts, RuleSet Rules, IReadOnlyList<ArchivePeriod> Periods, IReadOnlyList<string> Months)
{
    /// <summary>Null where the owner keeps no book.</summary>
    internal static async Task<ArchiveBook?> FindAsync(EventLog log, Owner owner, long position, IReadOnlyList<string> streams, CancellationToken cancellation)
    {
        var (accounts, rules) = (Accounts.Empty, RuleSet.Empty);
        await foreach (var stored in log.ReadInOrderAsync([Streams.Accounts(owner), Streams.Rules], position, cancellation).ConfigureAwait(false))
        {
            var fact = FactTypes.Read(stored.Type, stored.Data.Span);
            if (stored.Stream == Streams.Rules) rules = rules.Evolve(fact);
            else accounts = accounts.Evolve(fact);
        }

        if (!accounts.IsOpen) return null;
        var months = streams.Where(stream => Streams.TryBook(stream, out var of, out _) && of == owner).ToList();
        var last = months.Select(MonthOf).Append(accounts.FirstMonth).Max();
        return new(accounts, rules, [.. PeriodsOf(accounts, last)], months);
    }

    /// <summary>The month of a book's stream.</summary>
    public static Month MonthOf(string stream) => Streams.TryBook(stream, out _, out var month) ? month : throw new ArgumentException($"{stream} is no month of a book.", nameof(stream));

    private static IEnumerable<ArchivePeriod> PeriodsOf(Accounts accounts, Month last)
    {
        var eras = accounts.Eras.ToList();
        var found = eras.SelectMany((era, i) =>
        {
            var end = i + 1 < eras.Count ? eras[i + 1].FirstMonth.Previous : new Month(last.Year, 12);
            return Enumerable.Range(era.FirstMonth.Year, Math.Max(0, end.Year - era.FirstMonth.Year + 1)).Select(year =>
                (Year: year, From: Later(era.FirstMonth, new(year, 1)), To: Earlier(end, new(year, 12)), Standard: era.Standard!));
        }).Where(period => period.From <= period.To).ToList();
        return found.Select(period => new ArchivePeriod(
            found.Count(other => other.Year == period.Year) == 1 ? period.From.ToString()[..4] : $"{period.From}_{period.To}", period.From, period.To, period.Standard));

        static Month Later(Month one, Month other) => one > other ? one : other;
        static Month Earlier(Month one, Month other) => one < other ? one : other;
    }
}
