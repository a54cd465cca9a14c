using VillageLedger.Reports.Tests.Laws;
using VillageLedger.Support;

namespace VillageLedger.Reports.Tests.Printing;

/// <summary>Over random ledgers and pages of any length: every row stands on one page, and what a page carries over is what the ledger's own sums say.</summary>
public sealed class LedgerPagesTests
{
    [Fact]
    public async Task What_a_page_ends_with_is_what_the_ledger_sums_up_to()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var ledger = await TestLedger.NewAsync();
        await using var models = new ReadModels(ledger.Log);
        var life = new RandomLedger(ledger, random);
        await life.LiveAsync(8, 14);
        var tables = await TablesAsync(ledger, models, life);
        tables.Count(table => table.Rows.Count > 5).ShouldBeGreaterThan(20);

        var carried = 0;
        foreach (var table in tables)
        {
            var form = new LedgerForm(table, new(Language.Chinese));
            var heights = table.Rows.Select(_ => random.Next(6) == 0 ? 2 : 1).ToList();
            var capacity = random.Next(4, 9);
            var pages = new LedgerPages(table, form).Of(capacity, row => heights[row]).ToList();
            Check(table, form, pages);
            pages.ShouldAllBe(page => page.Rows.Sum(row => heights[row]) + (page.BroughtForward == null ? 0 : 1) + (page.CarriedForward == null ? 0 : 1) <= capacity);
            carried += pages.Count(page => page.CarriedForward is not null);
        }

        carried.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("debitFen")]
    [InlineData("balanceFen")]
    public void A_carry_that_is_off_by_a_fen_is_found(string column)
    {
        var table = Small();
        var form = new LedgerForm(table, new(Language.Chinese));
        var pages = new LedgerPages(table, form).Of(4, _ => 1).ToList();
        Check(table, form, pages);
        var index = table.Columns.Select((one, i) => (one.Name, i)).Single(one => one.Name == column).i;
        List<LedgerPage> off = [.. pages.Select(page => page with { CarriedForward = Off(page.CarriedForward), BroughtForward = Off(page.BroughtForward) })];
        Should.Throw<ShouldAssertException>(() => Check(table, form, off));

        IReadOnlyList<object?>? Off(IReadOnlyList<object?>? cells) => cells is null ? null : [.. cells.Select((cell, i) => i == index ? (object?)((long)cell! + 1) : cell)];
    }

    private static ReportTable Small() => new(DetailLedger.Name, new(1, null), DetailLedger.Columns,
    [
        .. Enumerable.Range(0, 9).Select(i => (IReadOnlyList<object?>)[.. DetailLedger.Columns.Select(column => column.Name switch
        {
            "entry" => i == 0 ? "opening" : i == 8 ? "month" : "line",
            "month" => "2025-06",
            "debitFen" => i == 0 ? null : i == 8 ? 7L * 100 : 100L,
            "creditFen" => i == 0 ? null : 0L,
            "side" => "debit",
            "balanceFen" => 1_000 + 100L * Math.Min(i, 7),
            _ => (object?)null,
        })]),
    ]);

    private static void Check(ReportTable table, LedgerForm form, IReadOnlyList<LedgerPage> pages)
    {
        pages.SelectMany(page => page.Rows).ShouldBe(Enumerable.Range(0, table.Rows.Count));
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].CarriedForward is not { } carried) continue;
            pages[i + 1].BroughtForward.ShouldNotBeNull().Where((_, column) => column != form.Entry).ShouldBe(carried.Where((_, column) => column != form.Entry));
            var last = pages[i].Rows[^1];
            foreach (var column in form.Of(LedgerPart.Balance)) carried[column].ShouldBe(table.Rows[last][column]);
            foreach (var column in form.Of(LedgerPart.Sum)) ShouldLeadToTheSum(table, form, column, last, (long)carried[column]!);
        }
    }

    /// <summary>
    /// What was carried over and what comes after it make up the next sum of the same month (of the year, in the general ledger) that the ledger itself shows; after that sum it is that sum.
    /// </summary>
    private static void ShouldLeadToTheSum(ReportTable table, LedgerForm form, int column, int last, long carried)
    {
        var (part, sum) = table.Report == GeneralLedger.Name ? ("month", "year") : ("line", "month");
        var block = Enumerable.Range(0, table.Rows.Count).Where(row => form.Blocks.All(key => Equals(table.Rows[row][key], table.Rows[last][key])) && Span(row) == Span(last)).ToList();
        var sums = block.Where(row => table.Rows[row][form.Entry] is string entry && entry == sum).ToList();
        var next = sums.Where(row => row >= last).Select(row => (int?)row).FirstOrDefault();
        if (next is not { } after)
        {
            carried.ShouldBe(sums.Count == 0 ? 0 : Cell(sums[^1]));
            return;
        }

        (carried + block.Where(row => row > last && row < after && Equals(table.Rows[row][form.Entry], part)).Sum(Cell)).ShouldBe(Cell(after));

        long Cell(int row) => table.Rows[row][column] as long? ?? 0;
        string Span(int row) => sum == "year" ? ((string)table.Rows[row][form.Month]!)[..4] : (string)table.Rows[row][form.Month]!;
    }

    private static async Task<IReadOnlyList<ReportTable>> TablesAsync(TestLedger ledger, ReadModels models, RandomLedger life)
    {
        var (tables, now) = (new List<ReportTable>(), await ledger.Log.NewestAsync());
        foreach (var owner in life.Owners.Select(text => Owner.TryParse(text, out var owner) ? owner : throw new FormatException(text)))
        {
            var general = await TryAsync(() => GeneralLedger.ReadAsync(models, now, owner, Always));
            if (general is null) continue;
            tables.Add(general);
            foreach (var account in general.Rows.Select(row => (string)row[0]!).Distinct())
            {
                tables.Add(await DetailLedger.ReadAsync(models, now, owner, Always, new(account)));
                tables.Add(await MultiColumnLedger.ReadAsync(models, now, owner, Always, new(account)));
            }

            tables.Add(await MoneyJournal.ReadCashAsync(models, now, owner, Always));
            tables.Add(await MoneyJournal.ReadBankAsync(models, now, owner, Always));
        }

        return tables;
    }

    private static readonly Period Always = new(new(2020, 1), new(2030, 12));

    /// <summary>Of a village whose opening was refused, or that was converted, there is no such ledger.</summary>
    private static async Task<ReportTable?> TryAsync(Func<Task<ReportTable>> read)
    {
        try
        {
            return await read();
        }
        catch (ReportRefusedException)
        {
            return null;
        }
    }
}
