using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>
/// A county to measure with: the demonstration's ventures and companies, and villages with five years of books; vouchers prepared, reviewed and posted, a few corrected, some with parties and
/// quantities, years transferred, months closed as they end. The last month is open. Each village has contracts, cards, a fund, a bank account with statements, a claim, members.
/// </summary>
internal sealed class CountyBooks(LedgerSession session, string connection, int villages)
{
    public const int FirstYear = 2021;
    public const int LastYear = 2025;

    private const int Months = 12 * (LastYear - FirstYear + 1);

    private static readonly (string Debit, string Credit)[] Business =
    [
        ("10201", "50101"), ("10201", "50101"), ("513", "10201"), ("101", "50101"), ("10201", "503"), ("511", "10201"), ("10201", "502"), ("514", "101"), ("101", "10201"), ("11201", "50101"),
        ("10201", "11201"), ("513", "101"), ("10201", "50102"), ("511", "21101"), ("21101", "10201"), ("514", "10201"), ("10201", "504"), ("513", "10201"),
    ];

    private readonly Random random = new(20_250_101);
    private readonly Dictionary<(int Village, string Account), long> results = [];
    private readonly (string Voucher, Month Month)[] lastPosted = new (string, Month)[villages];
    private int made;

    public static string CodeOf(int village) => string.Create(CultureInfo.InvariantCulture, $"330110{400 + village / 15:D3}{200 + village % 15:D3}");

    public static string PartyOf(int village, int number) => string.Create(CultureInfo.InvariantCulture, $"party/d{village:D3}-{number}");

    public static string ContractOf(int village) => string.Create(CultureInfo.InvariantCulture, $"ht{village:D3}");

    /// <summary>Fills a fresh log with so many facts, more or less. Returns the newest position.</summary>
    public async Task<long> FillAsync(long events, Action<string> progress, CancellationToken cancellation = default)
    {
        await DemoData.LoadAsync(session, (_, _) => { }, cancellation).ConfigureAwait(false);
        for (var village = 0; village < villages; village++) await DoAsync(VillageFile.Requests(village), cancellation).ConfigureAwait(false);
        var newest = await session.Log.NewestAsync(cancellation).ConfigureAwait(false);
        var perMonth = (int)Math.Max(1, (events - newest.Position) / 3 / Months);
        await using var log = await BulkLog.OpenAsync(connection, newest).ConfigureAwait(false);
        for (var month = new Month(FirstYear, 1); month <= new Month(LastYear, 12); month = month.Next)
        {
            if (month.Number == 1) progress(FormattableString.Invariant($"{month.Year}: {log.Position:N0} …"));
            await MonthAsync(log, month, perMonth).ConfigureAwait(false);
        }

        await log.FinishAsync(progress).ConfigureAwait(false);
        return log.Position;
    }

    private async Task MonthAsync(BulkLog log, Month month, int vouchers)
    {
        var numbers = new int[villages];
        var streams = Enumerable.Range(0, villages).Select(village => Streams.Book(Owner.Village(CodeOf(village)), month)).ToArray();
        for (var i = 0; i < vouchers; i++)
        {
            // Everybody posts something; the rest falls as it does.
            var village = i < villages ? i : random.Next(villages);
            await VoucherAsync(log, streams[village], village, month, month.FirstDay.AddDays((int)(i * 27L / vouchers)), numbers).ConfigureAwait(false);
        }

        var isLast = month == new Month(LastYear, 12);
        for (var village = 0; village < villages && !isLast; village++)
        {
            if (month.Number == 12) await TransferAsync(log, streams[village], village, month, numbers).ConfigureAwait(false);
            var id = string.Create(CultureInfo.InvariantCulture, $"z{village:D3}-{month.Key}");
            log.Begin();
            log.Add(streams[village], new MonthClosed(Owner.Village(CodeOf(village)), month, [], new("fuhe-1")), id);
            await log.EndAsync(id, streams[village]).ConfigureAwait(false);
        }
    }

    private Task VoucherAsync(BulkLog log, string stream, int village, Month month, DateOnly date, int[] numbers)
    {
        var (debit, credit) = Business[random.Next(Business.Length)];
        var fen = random.Next(1_000, 5_000_000);
        IReadOnlyList<VoucherLine> lines = [Line(village, debit, fen, isDebit: true), Line(village, credit, fen, isDebit: false)];
        // One in two hundred corrects a voucher of a month before.
        (string, Month)? corrects = random.Next(200) == 0 && lastPosted[village] is var last && last.Voucher is not null && last.Month < month ? last : null;
        return PostAsync(log, stream, village, month, date, corrects is null ? VoucherKind.Ordinary : VoucherKind.Correction, lines, numbers, corrects);
    }

    private VoucherLine Line(int village, string account, long fen, bool isDebit)
    {
        if (account[0] == '5') results[(village, account)] = results.GetValueOrDefault((village, account)) + (isDebit ? fen : -fen);
        return new(
            new(account), isDebit ? fen : null, isDebit ? null : fen, Party: account is "11201" or "21101" && Holder.TryParse(PartyOf(village, 1 + random.Next(2)), out var party) ? party : null,
            Quantity: account == "50102" ? new(random.Next(1_000, 50_000), "kg") : null);
    }

    private async Task TransferAsync(BulkLog log, string stream, int village, Month month, int[] numbers)
    {
        foreach (var isIncome in new[] { true, false })
        {
            var standing = results.Where(pair => pair.Key.Village == village && pair.Value < 0 == isIncome && pair.Value != 0).ToList();
            var total = Math.Abs(standing.Sum(pair => pair.Value));
            if (total == 0) continue;
            var lines = standing.ConvertAll(pair => new VoucherLine(new(pair.Key.Account), isIncome ? -pair.Value : null, isIncome ? null : pair.Value));
            lines.Add(isIncome ? new(new("321"), CreditFen: total) : new(new("321"), DebitFen: total));
            await PostAsync(log, stream, village, month, month.LastDay, VoucherKind.Transfer, lines, numbers).ConfigureAwait(false);
        }

        var result = -results.Where(pair => pair.Key.Village == village).Sum(pair => pair.Value);
        foreach (var key in results.Keys.Where(key => key.Village == village).ToList()) results[key] = 0;
        if (result == 0) return;
        VoucherLine before = new(new("321"), result > 0 ? result : null, result > 0 ? null : -result), after = new(new("32202"), result > 0 ? null : -result, result > 0 ? result : null);
        await PostAsync(log, stream, village, month, month.LastDay, VoucherKind.Transfer, [before, after], numbers).ConfigureAwait(false);
    }

    private async Task PostAsync(BulkLog log, string stream, int village, Month month, DateOnly date, VoucherKind kind, IReadOnlyList<VoucherLine> lines, int[] numbers, (string Voucher, Month Month)? corrects = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"g{made++:D8}");
        var id = new VoucherId(text);
        VoucherId? corrected = corrects is var (voucher, _) ? new(voucher) : null;
        var concerns = corrects?.Month;
        const string Summary = "收标准厂房租金";
        log.Begin();
        log.Add(stream, new VoucherPrepared(id, "记", date, kind, Summary, lines, 1, new("kuaiji-1")) { Corrects = corrected, ConcernsMonth = concerns }, text);
        log.Add(stream, new VoucherReviewed(id, new("fuhe-1")), text);
        log.Add(stream, new VoucherPosted(id, Standards.Rural2023, "记", ++numbers[village], date, kind, Summary, lines, 1, new("kuaiji-1"), new("fuhe-1"), new("fuhe-1")) { Corrects = corrected, ConcernsMonth = concerns }, text);
        if (corrects is var (original, its)) log.Add(Streams.Book(Owner.Village(CodeOf(village)), its), new VoucherCorrected(new(original), id, month), text);
        await log.EndAsync(text, stream).ConfigureAwait(false);
        if (kind == VoucherKind.Ordinary && !(lastPosted[village].Month == month)) lastPosted[village] = (text, month);
    }

    private async Task DoAsync(IEnumerable<string> requests, CancellationToken cancellation)
    {
        var read = requests.Select(json => RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ToList();
        var outcomes = await session.Requests.DoAtomicAsync(read, cancellation).ConfigureAwait(false);
        if (outcomes.FirstOrDefault(outcome => outcome.Refusal is { Code: not RefusalCode.AtomicNotDone }) is { } refused)
            throw new InvalidOperationException($"Request {refused.Id} of the measuring was refused: {refused.Refusal!.Message(Language.English)}");
    }
}
