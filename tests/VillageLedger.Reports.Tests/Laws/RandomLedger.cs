using VillageLedger.Requests;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>
/// Many short random lives of villages in one ledger, their requests interleaved: books by both charts, from January or from within a year, details
/// before and after postings, red vouchers, transfers and closings; and what some of them do together (<see cref="RandomHoldings"/>); some of it refused.
/// </summary>
internal sealed class RandomLedger(TestLedger ledger, Random random)
{
    private static readonly string[] Persons = ["wang", "li", "zhao"];
    private static readonly string[] Parties = ["p1", "p2", "p3"];

    private readonly List<Life> lives = [];

    /// <summary>What four of the villages do together.</summary>
    public RandomHoldings Holdings { get; private set; } = null!;

    public IReadOnlyList<string> Owners => [.. lives.Select(life => life.Owner)];

    /// <summary>Every request that was sent, in order, with what came of it.</summary>
    public List<(string Json, OutcomeKind Kind)> Sent { get; } = [];

    public async Task LiveAsync(int villages, int requestsEach)
    {
        foreach (var party in Parties) await SendAsync(Say.RegisterParty(party, id: party));
        for (var i = 0; i < villages; i++)
        {
            var life = new Life(i, random.Next(3) == 0 && !Life.IsJoint(i));
            lives.Add(life);
            await SendAsync(Say.RegisterVillage($"r{i}", life.Code, township: $"第{i % 4}镇"));
            // Changes of a time that no report asks for: their rows are there, and no figure is another.
            foreach (var month in (string[])["2098-01", "2098-02"])
                await SendAsync($$"""{"request":"rename-village","id":"rn{{i}}-{{month}}","by":"zhao","village":"{{life.Code}}","name":"稻香村","from":"{{month}}"}""");
            if (random.Next(2) == 0) await AddAccountAsync(life);
            await SendAsync(Opening(life));
        }

        Holdings = new(random, [.. Enumerable.Range(0, villages).Where(Life.IsJoint).Select(i => lives[i].Owner)], SendAsync);
        await Holdings.BeginAsync();
        for (var i = 0; i < villages * requestsEach; i++)
        {
            if (random.Next(2) == 0) await Holdings.StepAsync();
            await StepAsync(lives[random.Next(villages)], i);
        }
    }

    private async Task StepAsync(Life life, int n)
    {
        var id = $"q{n}";
        var choice = random.Next(100);
        if (choice < 30)
        {
            var kept = $"v{n}";
            if (await SendAsync(Say.Prepare(kept, Persons[random.Next(2)], Date(life), Lines(life), More(life), life.Owner)) == OutcomeKind.Done) life.Vouchers.Add(kept);
        }
        else if (choice < 50 && life.Vouchers.Count > 0) await SendAsync(Say.Review(One(life.Vouchers), "zhao"));
        else if (choice < 66 && life.Vouchers.Count > 0) await SendAsync(Say.Post(One(life.Vouchers), "zhao"));
        else if (choice < 74) await SendAsync(Say.PostAll(life.At.ToString(), "zhao", life.Owner).Replace("post-vouchers-", id, StringComparison.Ordinal));
        else if (choice < 80 && life.Vouchers.Count > 0)
        {
            if (await SendAsync(Say.Reverse(One(life.Vouchers), Date(life), id)) == OutcomeKind.Done) life.Vouchers.Add(id);
        }
        else if (choice < 84 && life.Vouchers.Count > 0) await SendAsync(Say.Discard(One(life.Vouchers)));
        else if (choice < 89) await AddAccountAsync(life);
        else if (!life.StaysOpen)
        {
            // Closing needs everything posted or thrown away: often enough that it happens.
            foreach (var voucher in life.Vouchers.TakeLast(6))
                if (await SendAsync(Say.Review(voucher, "zhao")) != OutcomeKind.Done && random.Next(2) == 0) await SendAsync(Say.Discard(voucher));
            await SendAsync(Say.PostAll(life.At.ToString(), "zhao", life.Owner).Replace("post-vouchers-", id + "p", StringComparison.Ordinal));
            if (await SendAsync(Say.Close(life.At.ToString(), "li", life.Owner).Replace("close-month-", id, StringComparison.Ordinal)) == OutcomeKind.Done) life.At = life.At.Next;
        }
    }

    private async Task<OutcomeKind> SendAsync(string json)
    {
        var outcome = await ledger.DoAsync(json);
        Sent.Add((json, outcome.Kind));
        return outcome.Kind;
    }

    private async Task AddAccountAsync(Life life)
    {
        var parent = One([.. life.Accounts.Where(account => account.Length < 9)]);
        var detail = parent + $"{life.Details++ + 1:D2}";
        if (await SendAsync(Say.AddAccount(detail, parent, owner: life.Owner, id: $"{life.Code}-{detail}")) != OutcomeKind.Done) return;
        life.Accounts.Remove(parent);
        life.Accounts.Add(detail);
        if (random.Next(2) == 0) life.Accounts.Add(parent);
    }

    private string Opening(Life life)
    {
        var (bank, income) = (random.Next(1, 100_000), random.Next(1, 50_000));
        var inYear = life.At.Number > 1;
        // Where several books must take a voucher, each is surely open.
        var lines = !life.StaysOpen && life.Lowest("102") is { } account && random.Next(4) > 0
            ? inYear
                ? Say.Debit(account, bank + income, $",\"yearDebitFen\":{income}") + "," + Say.Credit("301", bank) + "," + Say.Credit(life.Lowest(life.Income[0])!, income, $",\"yearCreditFen\":{income}")
                : Say.Debit(account, bank) + "," + Say.Credit("301", bank)
            : "";
        return Say.OpenBook(life.At.ToString(), lines, life.Standard, life.Owner, $"{life.Code}-open");
    }

    private string Lines(Life life)
    {
        var fen = random.Next(1, 100_000) * (random.Next(10) == 0 ? -1 : 1);
        return random.Next(12) switch
        {
            0 => Say.Debit("102", 5) + "," + Say.Credit("301", 6),
            < 6 => Say.Debit(One(life.Accounts), fen, Named()) + "," + Say.Credit(One(life.Accounts), fen, Named()),
            < 8 => Say.Debit(One(life.Accounts), fen) + "," + Say.Debit(One(life.Accounts), 7) + "," + Say.Credit(One(life.Accounts), fen + 7),
            _ => Say.Debit(life.Lowest("102") ?? "102", Math.Abs(fen)) + "," + Say.Credit(life.Lowest(One(life.Income)) ?? "501", Math.Abs(fen)),
        };
    }

    /// <summary>Half of the lines name a party, some a quantity, too.</summary>
    private string Named() => random.Next(8) switch
    {
        < 3 => $",\"party\":\"{One(Parties)}\"",
        3 => $",\"party\":\"{One(Parties)}\",\"quantity\":{{\"thousandths\":{random.Next(1, 9_999)},\"unit\":\"公斤\"}}",
        _ => "",
    };

    /// <summary>A third of what moves income to the year's result says so.</summary>
    private string More(Life life) => random.Next(12) switch
    {
        0 => ",\"kind\":\"transfer\"",
        1 => ",\"type\":\"转\"",
        2 when life.Vouchers.Count > 0 => $",\"corrects\":\"{One(life.Vouchers)}\"",
        3 or 4 => $",\"concernsMonth\":\"{life.At.Plus(-random.Next(5))}\"",
        _ => "",
    };

    private string Date(Life life) => $"{(random.Next(4) == 0 ? life.At.Next : life.At)}-{random.Next(1, 29):D2}";

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private sealed class Life(int number, bool is2004)
    {
        /// <summary>The four whose books begin in 2025-12 and stay open for what they do together.</summary>
        public static bool IsJoint(int number) => number is 2 or 3 or 6 or 7;

        public bool StaysOpen => IsJoint(number);

        public string Code { get; } = $"33011{number % 3}1{number % 4:D2}{200 + number}";

        public string Owner => "village/" + Code;

        public string Standard => is2004 ? "rural-2004" : "rural-2023";

        public string[] Income { get; } = is2004 ? ["501", "511", "522", "561"] : ["501", "502", "503", "504"];

        /// <summary>Accounts to try; some of them have details by now.</summary>
        public List<string> Accounts { get; } = is2004 ? ["101", "102", "113", "301", "321", "501", "511", "522", "541", "561"] : ["101", "102", "113", "301", "321", "501", "502", "503", "511", "513"];

        public List<string> Vouchers { get; } = [];

        public int Details { get; set; }

        public Month At { get; set; } = new(is2004 ? 2023 : 2025, (number % 4) switch { 0 => 1, 1 => 6, _ => 12 });

        public string? Lowest(string root) => Accounts.LastOrDefault(account => account.StartsWith(root, StringComparison.Ordinal));
    }
}
