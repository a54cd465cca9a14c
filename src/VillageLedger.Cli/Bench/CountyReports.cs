using System.CommandLine;
using System.Globalization;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Every report that the command line offers, with words for a random village, month and year of <see cref="CountyBooks"/>.</summary>
internal sealed class CountyReports
{
    /// <summary>Ledgers, journals and lists are of a month; what is not here is of a year.</summary>
    private static readonly HashSet<string> OfMonth =
    [
        "general-ledger", "detail-ledger", "cash-journal", "bank-journal", "multi-column-ledger", "quantity-ledger", "voucher-list", "voucher-summary", "party-ledger", "month-check", "bank-statement",
        "bank-reconciliation", "asset-cards", "depreciation", "attachments", "forms",
    ];

    private readonly RootCommand root = [];
    private readonly LedgerSession session;
    private readonly int villages;
    private readonly ClockOptions clocks;
    private readonly IReadOnlyList<ReportDefinition> definitions;

    public CountyReports(LedgerSession session, int villages)
    {
        (this.session, this.villages) = (session, villages);
        var words = new Words(Language.Chinese);
        clocks = new(words);
        foreach (var option in clocks.All) root.Options.Add(option);
        definitions = [.. ReportCatalog.All(words, clocks)];
        foreach (var definition in definitions)
        {
            var command = new Command(definition.Name);
            foreach (var option in definition.Options) command.Options.Add(option);
            root.Subcommands.Add(command);
        }
    }

    /// <summary>Each report, whether it is of the county, and how it is called.</summary>
    public IEnumerable<(string Name, bool IsOfCounty, Func<LogMoment, Random, Month, CancellationToken, Task> Read)> All =>
        definitions.SelectMany(definition => Scopes(definition).Select(scope => (
            scope.IsBoth ? $"{definition.Name} ({(scope.IsOfCounty ? "county" : "village")})" : definition.Name, scope.IsOfCounty,
            (Func<LogMoment, Random, Month, CancellationToken, Task>)((at, random, month, cancellation) => ReadAsync(definition, scope.IsOfCounty, at, random, month, cancellation)))));

    private static IEnumerable<(bool IsOfCounty, bool IsBoth)> Scopes(ReportDefinition definition)
    {
        var names = definition.Options.Select(option => option.Name).ToHashSet();
        var (book, place) = (names.Overlaps(["--book", "--voucher", "--payer", "--company", "--venture", "--holder"]), names.Contains("--place"));
        if (book) yield return (false, place);
        if (place || !book) yield return (true, book);
    }

    private async Task ReadAsync(ReportDefinition definition, bool isOfCounty, LogMoment at, Random random, Month month, CancellationToken cancellation)
    {
        var village = random.Next(villages);
        string[] period = definition.Name switch
        {
            "distributable" or "weak-villages" => ["--year", YearOf(month)],
            _ when OfMonth.Contains(definition.Name) => ["--month", month.ToString()],
            _ => ["--year", YearOf(month)],
        };
        var words = definition.Options.Where(option => IsGiven(definition, option, isOfCounty)).SelectMany(option => new[] { option.Name, ValueOf(definition.Name, option.Name, village) });
        var parsed = root.Parse([definition.Name, .. words, .. period]);
        if (parsed.Errors.Count > 0) throw new InvalidOperationException($"{definition.Name}: {parsed.Errors[0].Message}");
        try
        {
            await definition.Read(new(parsed, session, at, clocks.Period(parsed), Language.Chinese, cancellation)).ConfigureAwait(false);
        }
        catch (ReportRefusedException)
        {
            // What was not there yet.
        }
    }

    private static bool IsGiven(ReportDefinition definition, Option option, bool isOfCounty) => option.Required || (option.Name, isOfCounty) switch
    {
        ("--book", false) or ("--place", true) => true,
        ("--payer", false) => definition.Name is "holdings" or "dividends",
        _ => false,
    };

    private static string ValueOf(string report, string option, int village) => option switch
    {
        "--book" or "--payer" => "village/" + CountyBooks.CodeOf(village),
        "--account" => report switch { "multi-column-ledger" => "501", "quantity-ledger" => "50102", _ => "10201" },
        "--party" => CountyBooks.PartyOf(village, 1),
        "--contract" => CountyBooks.ContractOf(village),
        "--voucher" => string.Create(CultureInfo.InvariantCulture, $"g{village * 7:D8}"),
        "--venture" => DemoJointLand.Venture,
        "--company" => DemoCompanyForm.Company,
        "--place" => DemoData.County,
        _ => throw new InvalidOperationException($"The measuring knows no value for {option} of {report}."),
    };

    private static string YearOf(Month month) => month.Year.ToString(CultureInfo.InvariantCulture);
}
