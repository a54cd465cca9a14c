using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>Every report on what villages do together, as known at a moment, of several periods.</summary>
internal static class JointReports
{
    private static readonly IReadOnlyList<Period?> Periods = [null, Period.OfYear(2025), new(new(2025, 12), new(2026, 1)), new(new(2025, 12), new(2025, 12))];

    /// <summary>A report that cannot be given is its refusal's code.</summary>
    public static async Task<IReadOnlyList<(string Asked, ReportTable? Table)>> AllAsync(ReadModels models, LogMoment at, IReadOnlyList<string> villages)
    {
        var all = new List<(string, ReportTable?)>();
        foreach (var period in Periods)
        {
            foreach (var venture in RandomHoldings.Ventures)
            {
                await AddAsync($"{venture} {period}", () => AllocationReport.ReadAsync(models, at, venture, period, byMonth: false, Language.Chinese));
                await AddAsync($"{venture} {period} by month", () => AllocationReport.ReadAsync(models, at, venture, period, byMonth: true, Language.English));
                await AddAsync($"{venture} {period}", () => ContributionsReport.ReadAsync(models, at, venture, period));
                await AddAsync($"{venture} {period} by holder", () => ContributionsReport.ReadByHolderAsync(models, at, venture, period));
                await AddAsync($"{venture} {period}", () => VentureOperation.ReadAsync(models, at, venture, period));
                await AddAsync($"{venture} {period}", () => VentureShares.ReadAsync(models, at, venture, period));
                await AddAsync($"{venture} {period}", () => VentureBalances.ReadAsync(models, at, venture, period));
                await AddAsync($"{venture} {period}", () => HoldingsReport.ReadAsync(models, at, Owner.Venture(venture), period?.To.LastDay ?? DateOnly.MaxValue));
            }

            await AddAsync($"balances {period}", () => VentureBalances.ReadAsync(models, at, null, period));
            foreach (var owner in (string[])[RandomHoldings.Company, villages[0]])
            {
                Owner.TryParse(owner, out var payer).ShouldBeTrue();
                await AddAsync($"{owner} {period}", () => HoldingsReport.ReadAsync(models, at, payer, period?.To.LastDay ?? DateOnly.MaxValue));
                await AddAsync($"{owner} {period}", () => DividendsReport.ReadAsync(models, at, payer, null, period));
            }

            foreach (var holder in (string[])[villages[0], villages[1], "member/m1"])
            {
                Holder.TryParse(holder, out var known).ShouldBeTrue();
                await AddAsync($"{holder} {period}", () => HoldingsReport.ReadOfHolderAsync(models, at, known, period?.To.LastDay ?? DateOnly.MaxValue));
                await AddAsync($"{holder} {period}", () => DividendsReport.ReadAsync(models, at, null, known, period));
            }

            foreach (var byMonth in (bool[])[false, true])
                await AddAsync($"revenue {period} {byMonth}", () => CompanyRevenue.ReadAsync(models, at, VillageLedger.Tests.Say.CompanyCode, period, byMonth, Language.Chinese));
            await AddAsync($"managers {period}", () => ManagersReport.ReadAsync(models, at, VillageLedger.Tests.Say.CompanyCode, period));
        }

        return all;

        async Task AddAsync(string asked, Func<Task<ReportTable>> read)
        {
            try
            {
                all.Add((asked, await read()));
            }
            catch (ReportRefusedException refused)
            {
                all.Add(($"{asked}: {refused.Refusal.StableCode}", null));
            }
        }
    }
}
