using VillageLedger.Requests;
using VillageLedger.Reports.Tests.Ventures;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>
/// What several villages of a random ledger do together: ventures with shares, contributions, buildings, allocations and payments, a company with lines of business and
/// dividends, members with shares; in random order, some of it refused. Their books stay open in 2025-12 and 2026-01.
/// </summary>
internal sealed class RandomHoldings(Random random, IReadOnlyList<string> villages, Func<string, Task<OutcomeKind>> send)
{
    private const string Code = Say.CompanyCode;

    private readonly List<string> allocations = [];
    private readonly List<string> confirmed = [];
    private readonly List<string> payments = [];
    private readonly List<string> placings = [];
    private readonly List<string> contributions = [];
    private readonly List<string> calls = [];
    private readonly List<string> dividends = [];
    private readonly List<string> dividendPayments = [];
    private int number;

    public static readonly IReadOnlyList<string> Ventures = ["v-own", "v-contract", "v-company"];

    public static string Company => "company/" + Code;

    public IReadOnlyList<string> Villages => villages;

    public async Task BeginAsync()
    {
        await send(Say.RegisterCompany("rc", shareholders: $$"""{"holder":"{{villages[0]}}","subscribedFen":5000000,"paidInFen":5000000},{"holder":"{{villages[1]}}","subscribedFen":3000000,"paidInFen":1000000}"""));
        await send(Say.OpenBook("2025-12", Say.Debit("1002", 6_000_000) + "," + Say.Credit("3001", 6_000_000), "small-enterprise-2013", Company, "oc"));
        await send(Say.RegisterParty("guarantor", "company", "担保公司", "rg"));
        foreach (var (venture, form, more) in new[] { (Ventures[0], "co-owned", ""), (Ventures[1], "contract", ""), (Ventures[2], "company", $",\"company\":\"{Code}\"") })
        {
            await send(SayVenture.Found(form, "2025-12", venture, more));
            foreach (var village in villages) await send(SayVenture.Authorise(village, venture));
        }

        foreach (var venture in Ventures.Take(2)) await send(SayVenture.Shares("2025-11-15", Weights(), venture));
        await BeginMembersAsync();
    }

    public async Task StepAsync()
    {
        var n = ++number;
        // Mostly those that can allocate.
        var venture = random.Next(5) == 0 ? Ventures[2] : Ventures[random.Next(2)];
        switch (random.Next(34))
        {
            case < 7:
                if (await send(SayVenture.Allocate($"ja{n}", Month(), random.Next(-20, 100_000), random.Next(2) == 0 ? "by-share" : "equal", Date(), Supplement(), venture)) == OutcomeKind.Done) allocations.Add($"ja{n}");
                break;
            case < 12 when allocations.Count > 0:
                var prepared = random.Next(3) > 0 ? allocations[^1] : One(allocations);
                if (await send(SayVenture.Confirm(prepared, random.Next(8) == 0 ? "wang" : "li").Replace("confirm-ja", $"jc{n}-", StringComparison.Ordinal)) == OutcomeKind.Done) confirmed.Add(prepared);
                break;
            case < 16 when confirmed.Count > 0:
                var allocation = One(confirmed);
                if (await send(SayVenture.Pay($"jp{n}", allocation, One(villages), "2026-01-29", random.Next(1, 3_000))) == OutcomeKind.Done) payments.Add($"jp{n}");
                break;
            case 16 when payments.Count > 0:
                await send(SayVenture.Return(One(payments), "2026-01-30"));
                break;
            case 17 when allocations.Count > 0:
                await send(SayVenture.Reverse(One(allocations), Date()).Replace("reverse-ja", $"jr{n}-", StringComparison.Ordinal));
                break;
            case 18:
                await ChangeSharesAsync(n, venture);
                break;
            case < 21:
                await BuildAsync(n, venture);
                break;
            case < 23:
                await PostAsync($"jv{n}", "venture/" + One(Ventures.Take(2).ToList()), Say.Debit("1002", 900), Say.Credit("2241", 900));
                break;
            case < 26:
                await TradeAsync(n);
                break;
            case 26:
                await MoveUnitsAsync(n);
                break;
            default:
                await DistributeAsync(n);
                break;
        }
    }

    private async Task ChangeSharesAsync(int n, string venture)
    {
        var day = $"{Month()}-{random.Next(1, 29):D2}";
        var json = random.Next(3) switch
        {
            0 => SayVenture.Shares(day, Weights(), venture),
            1 => SayVenture.Correct(day, Weights(), venture),
            _ => SayVenture.Transfer(day, One(villages), One(villages), random.Next(1, 4), venture),
        };
        await send(json.Replace("\"id\":\"", $"\"id\":\"js{n}-", StringComparison.Ordinal));
    }

    private async Task BuildAsync(int n, string venture)
    {
        switch (random.Next(6))
        {
            case 0:
                if (await send(SayVenture.Place($"pl{n}", Date(), random.Next(1_000, 9_000_000), random.Next(1, 300), random.Next(0, 1_000), random.Next(2) == 0, venture)) == OutcomeKind.Done) placings.Add($"pl{n}");
                break;
            case 1 when placings.Count > 0:
                await send(SayVenture.Settle(One(placings), Date(), random.Next(1_000, 9_000_000), venture).Replace("\"settle-", $"\"st{n}-", StringComparison.Ordinal));
                break;
            case 2:
                if (await send(SayVenture.Call($"ca{n}", "2025-12-01", "2025-12-30", villages.Select(village => (village, (long)random.Next(1, 9_000))), venture)) == OutcomeKind.Done) calls.Add($"ca{n}");
                break;
            case 3:
                await send(SayVenture.Expect(Month(), random.Next(1_000), random.Next(1_000), random.Next(2) == 0 ? "" : $",\"holder\":\"{One(villages)}\"", venture, $"ex{n}"));
                break;
            case 4 when contributions.Count + placings.Count > 0:
                await send(SayVenture.Undo(One([.. contributions, .. placings]), venture).Replace("\"undo-", $"\"un{n}-", StringComparison.Ordinal));
                break;
            default:
                var call = calls.Count > 0 && random.Next(2) == 0 ? $",\"call\":\"{One(calls)}\"" : "";
                if (await send(SayVenture.Contribute($"co{n}", One(villages), Date(), random.Next(1, 9_000), One(["cash", "land", "guarantee"]), call, venture)) == OutcomeKind.Done) contributions.Add($"co{n}");
                break;
        }
    }

    /// <summary>The company's business: lines, revenue and expense, capital.</summary>
    private async Task TradeAsync(int n)
    {
        switch (random.Next(6))
        {
            case 0:
                await send($$"""{"request":"add-business-line","id":"bl{{n}}","by":"zhao","company":"{{Code}}","line":"line{{n}}","name":"板块{{n}}","accounts":["{{One(["5001", "5051", "5111"])}}"]}""");
                break;
            case 1:
                await send($$"""{"request":"pay-in-capital","id":"pi{{n}}","by":"zhao","company":"{{Code}}","holder":"{{villages[1]}}","date":"{{Date()}}","amountFen":{{random.Next(1, 900_000)}},"kind":"cash"}""");
                break;
            case 2:
                await PostAsync($"jx{n}", Company, Say.Debit("5602", 40), Say.Credit("1002", 40));
                break;
            default:
                var fen = random.Next(1, 90_000) * (random.Next(6) == 0 ? -1 : 1);
                var project = random.Next(2) == 0 ? $",\"project\":\"line{random.Next(1, n + 1)}\"" : "";
                await PostAsync($"jx{n}", Company, Say.Debit("1002", fen), Say.Credit(One(["5001", "5051", "5111", "5301"]), fen, project));
                break;
        }
    }

    private async Task DistributeAsync(int n)
    {
        var dividend = dividends.Count == 0 ? "" : random.Next(2) == 0 ? dividends[^1] : One(dividends);
        switch (random.Next(9))
        {
            case < 2:
                var payer = random.Next(2) == 0 ? Company : villages[0];
                if (await send($$"""{"request":"propose-dividend","id":"dp{{n}}","by":"wang","dividend":"d{{n}}","payer":"{{payer}}","year":2025,"steps":[{"kind":"distribute","amountFen":{{random.Next(1, 5_000)}}}]}""") == OutcomeKind.Done) dividends.Add($"d{n}");
                break;
            case < 4:
                foreach (var basis in (string[])["votingRights", "heads"])
                    await send($$"""{"request":"resolve-dividend","id":"dr{{n}}{{basis}}","by":"li","dividend":"{{dividend}}","body":"会","basis":"{{basis}}","votesFor":9,"votesEntitled":9,"publishedOn":"2025-12-01","noticeOn":"2025-12-01","resolvedOn":"2026-01-05","recordDate":"2026-01-0{{random.Next(1, 6)}}","resolution":"决议"}""");
                break;
            case < 7:
                if (await send($$"""{"request":"pay-dividend","id":"dy{{n}}","by":"zhao","dividend":"{{dividend}}","holder":"{{One([villages[0], villages[1], "member/m1", "member/m2"])}}","date":"2026-01-10","amountFen":{{random.Next(1, 900)}},"bankAccount":"6222020012345678","reference":"F{{n}}"}""") == OutcomeKind.Done) dividendPayments.Add($"dy{n}");
                break;
            case 7 when dividendPayments.Count > 0:
                await send($$"""{"request":"return-dividend-payment","id":"dt{{n}}","by":"zhao","payment":"{{One(dividendPayments)}}","date":"2026-01-11","reason":"账号有误"}""");
                break;
            default:
                await send(random.Next(3) == 0
                    ? $$"""{"request":"withdraw-dividend","id":"dw{{n}}","by":"zhao","dividend":"{{dividend}}","reason":"方案有误"}"""
                    : $$"""{"request":"mark-unclaimed","id":"du{{n}}","by":"zhao","dividend":"{{dividend}}","holder":"{{One([villages[0], "member/m1"])}}","date":"2026-01-20","reason":"无人领取"}""");
                break;
        }
    }

    private async Task BeginMembersAsync()
    {
        var village = villages[0][8..];
        await send($$"""{"request":"open-share-register","id":"sr","by":"zhao","village":"{{village}}","mode":"dynamic","unitsPerShare":10,"from":"2025-01-01","kinds":["population","years-worked","collective"],"resolution":"决议"}""");
        var members = Enumerable.Range(1, 12).Select(i => $$"""{"member":"m{{i}}","name":"成员{{i}}","joinedOn":"2025-01-01","household":"h{{i / 3}}","shares":[{"kind":"population","units":10},{"kind":"years-worked","units":{{i}}}]}""");
        await send($$"""{"request":"register-members","id":"rm","by":"zhao","village":"{{village}}","members":[{{string.Join(',', members)}}]}""");
        await send($$"""{"request":"grant-shares","id":"gc","by":"zhao","village":"{{village}}","date":"2025-01-01","grants":[{"kind":"collective","units":20}],"resolution":"决议"}""");
        // Something that can be distributed.
        await PostAsync("rent", villages[0], Say.Debit("102", 900_000), Say.Credit("501", 900_000));
        await PostAsync("sales", Company, Say.Debit("1002", 900_000), Say.Credit("5001", 900_000));
    }

    private async Task MoveUnitsAsync(int n)
    {
        var (village, member, day) = (villages[0][8..], $"m{random.Next(1, 14)}", $"{One(["2025-12", "2026-01"])}-{random.Next(1, 29):D2}");
        await send(random.Next(4) switch
        {
            0 => $$"""{"request":"grant-shares","id":"gs{{n}}","by":"zhao","village":"{{village}}","date":"{{day}}","grants":[{"member":"{{member}}","kind":"population","units":{{random.Next(1, 9)}}}],"resolution":"决议"}""",
            1 => $$"""{"request":"freeze-shares","id":"fs{{n}}","by":"zhao","village":"{{village}}","member":"{{member}}","date":"{{day}}","document":"裁定"}""",
            2 => $$"""{"request":"release-shares","id":"rs{{n}}","by":"zhao","village":"{{village}}","member":"{{member}}","date":"{{day}}","document":"裁定"}""",
            _ => $$"""{"request":"register-member","id":"nm{{n}}","by":"zhao","village":"{{village}}","member":"n{{n}}","name":"新成员","joinedOn":"{{day}}"}""",
        });
    }

    private async Task PostAsync(string id, string book, params string[] lines)
    {
        await send(Say.Prepare(id, "wang", Date(), string.Join(',', lines), "", book));
        await send(Say.Review(id, "zhao"));
        await send(Say.Post(id, "zhao"));
    }

    private IEnumerable<(string Holder, long Weight)> Weights() => villages.Select(village => (village, (long)random.Next(0, 9)));

    private string Supplement() => allocations.Count > 0 && random.Next(3) == 0 ? $",\"supplements\":\"{One(allocations)}\"" : "";

    private string Month() => One(["2025-11", "2025-12", "2026-01"]);

    private string Date() => $"{One(["2025-12", "2026-01"])}-{random.Next(1, 29):D2}";

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
