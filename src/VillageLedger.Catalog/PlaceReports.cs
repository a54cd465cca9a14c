using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of places and of earmarked money over them.</summary>
internal static class PlaceReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfFunds(words), OfThresholds(words), OfWeakVillages(words)];

    private static ReportDefinition OfFunds(Words words)
    {
        var book = ReportOptions.Book(words);
        book.Required = false;
        var place = Place(words);
        return new(FundsReport.Name, [book, place], call => (call.Parsed.GetValue(book), call.Parsed.GetValue(place)) switch
        {
            ({ } of, null) => FundsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, of), call.Period?.To, call.Cancellation),
            (null, { } of) => FundsReport.ReadOfPlaceAsync(call.Models, call.At, PlaceOf(words, of), call.Period?.To, call.Cancellation),
            _ => throw new UsageException(words["cli.report.one-of", ("options", "--book, --place")]),
        });
    }

    private static ReportDefinition OfThresholds(Words words)
    {
        var place = Place(words);
        place.Required = true;
        return new(ThresholdsReport.Name, [place], call => ThresholdsReport.ReadAsync(call.Models, call.At, PlaceOf(words, call.Parsed.GetValue(place)!), call.Period?.To.Year, call.Cancellation));
    }

    private static ReportDefinition OfWeakVillages(Words words)
    {
        var place = Place(words);
        return new(WeakVillages.Name, [place], call => call.Period is { From: { Number: 1 } from, To: { Number: 12 } to } && from.Year == to.Year
            ? WeakVillages.ReadAsync(call.Models, call.At, from.Year, call.Parsed.GetValue(place) is { } of ? PlaceOf(words, of) : null, call.Language, call.Cancellation)
            : throw new UsageException(words["cli.report.year-needed"]));
    }

    internal static Option<string?> Place(Words words) => new("--place") { Description = words["cli.report.place"], HelpName = "PREFIX" };

    /// <summary>The first digits of division codes.</summary>
    internal static string PlaceOf(Words words, string text) =>
        text.Length is > 0 and <= RegisterVillage.CodeLength && text.All(char.IsAsciiDigit) ? text : throw new UsageException(words["cli.report.place-invalid", ("value", text)]);
}
