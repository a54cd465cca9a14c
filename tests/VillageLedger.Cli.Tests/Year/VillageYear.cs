using System.Globalization;
using VillageLedger.Reports;
using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>
/// A village's year by two ways that know nothing of each other: the requests of <c>village-year.jsonl</c>, which name what happened and leave rents, depreciation, the fund's entries, corrections, the
/// dividend and year's end to the program; and a sheet on which every line of every voucher, and every balance of every month, was worked out by hand.
/// </summary>
internal static class VillageYear
{
    public static readonly Owner Book = Owner.Village("330110903201");

    /// <summary>The months of the sheet: the first with its opening within the year, the twelve of 2025, and January after them, which only carries on.</summary>
    public static readonly IReadOnlyList<Month> Months = [.. new Month(2024, 12).To(new Month(2026, 1))];

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Year");

    public static Task<string> DatabaseAsync() => Made.Value;

    /// <summary>The balances of the sheet: a row per month, account and, where the account is kept by party, party.</summary>
    public static IReadOnlyList<SheetBalance> Balances { get; } =
    [
        .. Rows("balances.csv").Select(row => new SheetBalance(MonthOf(row[0]), new(row[1]), row[2].Length == 0 ? null : row[2], Fen(row[3]), Fen(row[4]), Fen(row[5]), Fen(row[6]))),
    ];

    /// <summary>The lines of the vouchers of the sheet.</summary>
    public static IReadOnlyList<SheetLine> Lines { get; } =
        [.. Rows("vouchers.csv").Select(row => new SheetLine(row[0], DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), new(row[4]), Fen(row[6]), Fen(row[7]), row[2]))];

    public static async Task<T> ReadAsync<T>(Func<ReadModels, EventStore.LogMoment, Task<T>> read)
    {
        await using var ledger = await TestLedger.OpenAsync(await DatabaseAsync());
        await using var models = new ReadModels(ledger.Log);
        return await read(models, await ledger.Log.NewestAsync());
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Folder, file)).Skip(1).Select(line => line.Split(','));

    private static Month MonthOf(string text) => Month.TryParse(text, out var month) ? month : throw new FormatException(text);

    /// <summary>Yuan with two decimals to fen; nothing is 0.</summary>
    private static long Fen(string yuan) => yuan.Length == 0 ? 0 : long.Parse(yuan.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static async Task<string> MakeAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var ran = (await LedgerProgram.RunAsync(database, "do", Path.Combine(Folder, "village-year.jsonl"))).Exits(0);
        ran.Lines.ShouldAllBe(answer => answer.GetProperty("outcome").GetString() == "done");
        return database;
    }
}

/// <summary>A balance of the sheet in fen, debit positive.</summary>
internal sealed record SheetBalance(Month Month, AccountCode Account, string? Party, long Opening, long Debit, long Credit, long Closing);

/// <summary>A line of a voucher of the sheet in fen.</summary>
/// <param name="Source">What made the voucher: <c>hand</c>, <c>closing</c>, <c>dividend</c>, <c>correction</c> …</param>
internal sealed record SheetLine(string Voucher, DateOnly Date, AccountCode Account, long Debit, long Credit, string Source);
