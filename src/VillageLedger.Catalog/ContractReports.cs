using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of leases and other contracts.</summary>
internal static class ContractReports
{
    private const int MaxMonths = 1_200;

    public static IEnumerable<ReportDefinition> All(Words words) => [OfContracts(words), OfSchedule(words), OfArrears(words), OfExpiring(words)];

    private static ReportDefinition OfContracts(Words words)
    {
        var (book, names) = (ReportOptions.Book(words), ReportOptions.Names(words));
        return new(ContractsReport.Name, [book, names], call =>
            ContractsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfSchedule(Words words)
    {
        var book = ReportOptions.Book(words);
        var contract = new Option<string>("--contract") { Description = words["cli.report.contract-id"], Required = true, HelpName = "ID" };
        return new(ContractScheduleReport.Name, [book, contract], call => ContractScheduleReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Parsed.GetValue(contract)!, call.Period, call.Cancellation));
    }

    private static ReportDefinition OfArrears(Words words)
    {
        var (book, date, names) = (ReportOptions.Book(words), Date(words), ReportOptions.Names(words));
        return new(ArrearsReport.Name, [book, date, names], call => ArrearsReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), ReportOptions.DateOf(words, call.Parsed.GetValue(date)), call.Period, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfExpiring(Words words)
    {
        var (book, date, names) = (ReportOptions.Book(words), Date(words), ReportOptions.Names(words));
        book.Required = false;
        var place = new Option<string?>("--place") { Description = words["cli.report.place"], HelpName = "PREFIX" };
        var months = WholeNumber.Of("--months", words["cli.report.months"], _ => words["cli.report.months-invalid"], 1, MaxMonths);
        return new(ExpiringContracts.Name, [book, place, months, date, names], call =>
        {
            var (on, ahead) = (ReportOptions.DateOf(words, call.Parsed.GetValue(date)), call.Parsed.GetValue(months) ?? ExpiringContracts.UsualMonths);
            return (call.Parsed.GetValue(book), call.Parsed.GetValue(place)) switch
            {
                ({ } of, null) => ExpiringContracts.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, of), ahead, on, call.Period, call.Persons(names), call.Cancellation),
                (null, { } of) => ExpiringContracts.ReadOfPlaceAsync(call.Models, call.At, PlaceOf(words, of), ahead, on, call.Period, call.Persons(names), call.Cancellation),
                _ => throw new UsageException(words["cli.report.one-of", ("options", "--book, --place")]),
            };
        });
    }

    private static Option<string?> Date(Words words) => new("--date") { Description = words["cli.report.contract-date"], HelpName = "2025-06-30" };

    private static string PlaceOf(Words words, string text) =>
        text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit) ? text : throw new UsageException(words["cli.report.place-invalid", ("value", text)]);
}
