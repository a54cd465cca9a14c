using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>The books themselves: ledgers, journals, vouchers, balances with parties.</summary>
internal static class LedgerReports
{
    public static IEnumerable<ReportDefinition> All(Words words) =>
    [
        OfGeneral(words), OfDetail(words), OfCash(words), OfBank(words), OfMultiColumn(words), OfQuantities(words), OfVouchers(words), OfVoucher(words), OfSummary(words), OfReceipts(words), OfPartyBalances(words), OfParty(words),
    ];

    private static ReportDefinition OfGeneral(Words words)
    {
        var (book, account, level) = (ReportOptions.Book(words), ReportOptions.Account(words, required: false), ReportOptions.Level(words));
        return new(GeneralLedger.Name, [book, account, level], call => GeneralLedger.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account)), call.Parsed.GetValue(level), call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfDetail(Words words)
    {
        var (book, account, party, names) = (ReportOptions.Book(words), ReportOptions.Account(words, required: true), ReportOptions.Party(words, required: false), ReportOptions.Names(words));
        var project = new Option<string?>("--project") { Description = words["cli.report.project"], HelpName = "ID" };
        var contract = new Option<string?>("--contract") { Description = words["cli.report.contract"], HelpName = "ID" };
        return new(DetailLedger.Name, [book, account, party, project, contract, names], call => DetailLedger.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account))!.Value,
            new(ReportOptions.PartyOf(words, call.Parsed.GetValue(party)), call.Parsed.GetValue(project), call.Parsed.GetValue(contract)), call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfCash(Words words)
    {
        var (book, names) = (ReportOptions.Book(words), ReportOptions.Names(words));
        return new(MoneyJournal.CashName, [book, names], call => MoneyJournal.ReadCashAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfBank(Words words)
    {
        var (book, account, names) = (ReportOptions.Book(words), ReportOptions.Account(words, required: false), ReportOptions.Names(words));
        return new(MoneyJournal.BankName, [book, account, names], call => MoneyJournal.ReadBankAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account)), call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfMultiColumn(Words words)
    {
        var (book, account) = (ReportOptions.Book(words), ReportOptions.Account(words, required: true));
        return new(MultiColumnLedger.Name, [book, account], call => MultiColumnLedger.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account))!.Value, call.Cancellation));
    }

    private static ReportDefinition OfQuantities(Words words)
    {
        var (book, account) = (ReportOptions.Book(words), ReportOptions.Account(words, required: true));
        return new(QuantityLedger.Name, [book, account], call => QuantityLedger.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account))!.Value, call.Cancellation));
    }

    private static ReportDefinition OfVouchers(Words words)
    {
        var (book, account, party, names) = (ReportOptions.Book(words), ReportOptions.Account(words, required: false), ReportOptions.Party(words, required: false), ReportOptions.Names(words));
        var state = new Option<string>("--state") { Description = words["cli.report.state"], DefaultValueFactory = _ => "all", HelpName = "posted|unposted|discarded|all" };
        state.AcceptOnlyFromAmong("all", "posted", "unposted", "discarded");
        var text = new Option<string?>("--text") { Description = words["cli.report.text"] };
        var (min, max) = (new Option<long?>("--min-fen") { Description = words["cli.report.min-fen"], HelpName = "FEN" }, new Option<long?>("--max-fen") { Description = words["cli.report.max-fen"], HelpName = "FEN" });
        var lines = new Option<bool>("--lines") { Description = words["cli.report.lines"] };
        return new(VoucherList.Name, [book, state, text, account, party, min, max, lines, names], call => VoucherList.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period,
            new(Enum.Parse<VoucherState>(call.Parsed.GetValue(state)!, ignoreCase: true), call.Parsed.GetValue(text), ReportOptions.AccountOf(words, call.Parsed.GetValue(account)), ReportOptions.PartyOf(words, call.Parsed.GetValue(party)), call.Parsed.GetValue(min), call.Parsed.GetValue(max)),
            call.Parsed.GetValue(lines), call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfVoucher(Words words)
    {
        var voucher = new Option<string>("--voucher") { Description = words["cli.report.voucher"], Required = true, HelpName = "ID" };
        var names = ReportOptions.Names(words);
        return new(VoucherReport.Name, [voucher, names], call => VoucherReport.ReadAsync(call.Models, call.At, new(call.Parsed.GetValue(voucher)!), call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfSummary(Words words)
    {
        var (book, level) = (ReportOptions.Book(words), ReportOptions.Level(words));
        return new(VoucherSummary.Name, [book, level], call => VoucherSummary.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Parsed.GetValue(level), call.Cancellation));
    }

    private static ReportDefinition OfReceipts(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(ReceiptsAndPayments.Name, [book], call => ReceiptsAndPayments.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Cancellation));
    }

    private static ReportDefinition OfPartyBalances(Words words)
    {
        var (book, account, party, names) = (ReportOptions.Book(words), ReportOptions.Account(words, required: false), ReportOptions.Party(words, required: false), ReportOptions.Names(words));
        var ageing = new Option<bool>("--ageing") { Description = words["cli.report.ageing"] };
        return new(PartyBalances.Name, [book, account, party, ageing, names], call => PartyBalances.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.AccountOf(words, call.Parsed.GetValue(account)), ReportOptions.PartyOf(words, call.Parsed.GetValue(party)),
            call.Parsed.GetValue(ageing), call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfParty(Words words)
    {
        var (book, account, party, names) = (ReportOptions.Book(words), ReportOptions.Account(words, required: false), ReportOptions.Party(words, required: true), ReportOptions.Names(words));
        return new(PartyLedger.Name, [book, party, account, names], call => PartyLedger.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, ReportOptions.PartyOf(words, call.Parsed.GetValue(party))!.Value, ReportOptions.AccountOf(words, call.Parsed.GetValue(account)), call.Persons(names), call.Cancellation));
    }
}
