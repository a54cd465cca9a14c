using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary><c>./ledger demo</c>: loads the demonstration data once and shows the villages' operating income and what the nine were allocated.</summary>
internal static class DemoCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var noServe = new Option<bool>("--no-serve") { Description = words["cli.demo.no-serve"] };
        var port = new Option<int>("--port") { Description = words["cli.demo.port"], DefaultValueFactory = _ => ServeCommand.UsualPort };
        var command = new Command("demo", words["cli.demo"]) { noServe, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var open = await session.OpenAsync(parsed, cancellation, DemoData.County).ConfigureAwait(false);
            if (!await DemonstrationUsers.MayLoadAsync(open, DemoUsers.Requests, cancellation).ConfigureAwait(false))
            {
                Console.Error.WriteLine(words["cli.demo.refused"]);
                return ExitCode.Refused;
            }

            await DemoData.LoadAsync(open, (village, month) => Console.Error.WriteLine(words["cli.demo.loading", ("village", village), ("month", month)]), cancellation).ConfigureAwait(false);
            var at = await open.Log.NewestAsync(cancellation).ConfigureAwait(false);
            await open.Models.CatchUpAsync(at.Position, cancellation).ConfigureAwait(false);
            Console.WriteLine(words["cli.demo.loaded"]);
            ReportText.Write(await OperatingIncome.ReadAsync(open.Models, at, Period.OfYear(DemoData.Year), IncomeScope.Village, words.Language, cancellation).ConfigureAwait(false), words.Language);
            ReportText.Write(await AllocationReport.ReadAsync(open.Models, at, DemoJointLand.Venture, Period.OfYear(DemoData.Year), byMonth: false, words.Language, null, cancellation).ConfigureAwait(false), words.Language);
            await DemoUsers.MakeAndTellAsync(open, words, cancellation).ConfigureAwait(false);
            Console.WriteLine(words["cli.demo.next", ("companyForm", $"company/{DemoCompanyForm.Company}"), ("company", $"company/{DemoVillageCompany.Company}")]);
            return parsed.GetValue(noServe) ? ExitCode.Done
                : await ServeCommand.RunAsync(words, open, new($"http://127.0.0.1:{parsed.GetValue(port)}") { IsDemonstration = true }, cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
