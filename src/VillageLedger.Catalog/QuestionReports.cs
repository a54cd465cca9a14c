using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Questions of auditors about the books of an owner or of all villages of a place.</summary>
internal static class QuestionReports
{
    private const string AnyState = "all";

    public static IEnumerable<ReportDefinition> All(Words words) => [OfQuestions(words)];

    private static ReportDefinition OfQuestions(Words words)
    {
        var book = ReportOptions.Book(words);
        book.Required = false;
        var place = PlaceReports.Place(words);
        string[] states = [.. Enum.GetValues<QuestionStage>().Select(QuestionsReport.WordOf), AnyState];
        var state = new Option<string>("--state") { Description = words["cli.report.question-state"], DefaultValueFactory = _ => AnyState, HelpName = string.Join('|', states) };
        state.AcceptOnlyFromAmong(states);
        var voucher = new Option<string?>("--voucher") { Description = words["cli.report.question-voucher"], HelpName = "ID" };
        var date = new Option<string?>("--date") { Description = words["cli.report.question-date"], HelpName = "2025-06-30" };
        return new(QuestionsReport.Name, [book, place, state, voucher, date], call =>
        {
            var stage = Enum.GetValues<QuestionStage>().Where(each => QuestionsReport.WordOf(each) == call.Parsed.GetValue(state)).Select(each => (QuestionStage?)each).FirstOrDefault();
            var (search, day) = (new QuestionSearch(stage, ReportOptions.VoucherOf(words, call.Parsed.GetValue(voucher)), call.Period), ReportOptions.DateOf(words, call.Parsed.GetValue(date)));
            return (call.Parsed.GetValue(book), call.Parsed.GetValue(place)) switch
            {
                ({ } of, null) => QuestionsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, of), search, day, call.Cancellation),
                (null, { } of) => QuestionsReport.ReadOfPlaceAsync(call.Models, call.At, PlaceReports.PlaceOf(words, of), search, day, call.Cancellation),
                _ => throw new UsageException(words["cli.report.one-of", ("options", "--book, --place")]),
            };
        });
    }
}
