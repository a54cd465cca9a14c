using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Writing;

/// <summary>What is at the bounds: many rows, the largest amounts, texts that look like formulas, names of sheets.</summary>
public sealed class ReportLimitsTests
{
    private const long Max = 9_007_199_254_740_991;

    [Fact]
    public void A_hundred_thousand_rows_are_shown_and_one_more_is_refused()
    {
        ReportPage.RequireShort(Rows(100_000));
        Should.Throw<ReportRefusedException>(() => ReportPage.RequireShort(Rows(100_001))).Refusal.ToString().ShouldBe(Refusal.Of(RefusalCode.ReportTooLong, ("report", "shares"), ("rows", 100_001), ("limit", 100_000)).ToString());
    }

    [Fact]
    public void The_last_page_has_the_rest_and_none_follows()
    {
        var last = ReportPage.Of(Rows(7), 3, 3, Language.English);
        last.Rows.Select(row => row[0]).ShouldBe(["party/6"]);
        last.Notes.ShouldBe(["Page 3 of 3: rows 7 to 7 of 7; totals are of all rows."]);
        Should.Throw<ReportRefusedException>(() => ReportPage.Of(Rows(7), 4, 3, Language.English)).Refusal.Code.ShouldBe(RefusalCode.ReportPageUnknown);
    }

    [Fact]
    public void A_report_without_rows_has_one_page() => ReportPage.Of(Rows(0), 1, 3, Language.English).Page.ShouldBe(new ReportPage(1, 1, 3, 0));

    [Fact]
    public void What_no_sheet_holds_is_refused()
    {
        ReportXlsx.RequireFits(Rows(1_048_573));
        Should.Throw<ReportRefusedException>(() => ReportXlsx.RequireFits(Rows(1_048_574))).Refusal.Code.ShouldBe(RefusalCode.ReportBeyondSheet);
    }

    [Theory]
    [InlineData("balance-sheet", "balance-sheet")]
    [InlineData("a/b[c]:d*e?f\\g", "a-b-c--d-e-f-g")]
    [InlineData("a-name-that-is-longer-than-any-sheet-may-have", "a-name-that-is-longer-than-any-")]
    [InlineData("", "report")]
    public void The_name_of_a_sheet_is_one_that_every_program_takes(string name, string sheet) => ReportXlsx.SheetNameOf(name).ShouldBe(sheet);

    [Fact]
    public void The_largest_amounts_are_written_to_the_fen_and_texts_are_no_formulas()
    {
        var table = new ReportTable("shares", new LogMoment(1, null), [new("holder", CellKind.Text), new("amountFen", CellKind.Fen)], [["=1+1", Max], ["@x,\"y\"\n_x0041_\u0007", -Max]]);
        Written(stream => ReportCsv.Write(stream, table)).ShouldBe("\ufeffholder,amountFen\r\n\"'=1+1\",9007199254740991\r\n\"'@x,\"\"y\"\"\n_x0041_\u0007\",-9007199254740991\r\n");
        Written(stream => ReportJson.Write(stream, table)).ShouldContain("""{"holder":"=1+1","amountFen":9007199254740991}""");
        var sheet = Sheet(table);
        sheet.ShouldContain("<x:v>90071992547409.91</x:v>");
        sheet.ShouldContain("<x:v>-90071992547409.91</x:v>");
        sheet.ShouldContain(">=1+1</x:t>");
        sheet.ShouldContain("_x005F_x0041_\ufffd");
        sheet.ShouldNotContain("<x:f>");
    }

    [Fact]
    public void The_same_report_is_the_same_workbook()
    {
        Written(stream => ReportXlsx.Write(stream, Rows(3), Language.Chinese)).ShouldBe(Written(stream => ReportXlsx.Write(stream, Rows(3), Language.Chinese)));
    }

    private static ReportTable Rows(int count) => new("shares", new LogMoment(1, null), [new("holder", CellKind.Text)], [.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<object?>)[$"party/{i}"])]);

    private static string Sheet(ReportTable table)
    {
        using var stream = new MemoryStream();
        ReportXlsx.Write(stream, table, Language.Chinese);
        using var zip = new System.IO.Compression.ZipArchive(stream);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
