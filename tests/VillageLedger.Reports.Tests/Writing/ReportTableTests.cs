using System.IO.Compression;
using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Writing;

/// <summary>Rates, words, notes and columns that are empty, as each way of writing shows them.</summary>
public sealed class ReportTableTests
{
    private static readonly ReportTable Table = new(
        "shares", new LogMoment(1, null),
        [new("holder", CellKind.Text), new("sharePpm", CellKind.Ppm), new("kind", CellKind.Word), new("dueOn", CellKind.Text, OnlyIfFilled: true)],
        [["party/a", 111_111L, "agreed", null]]) { Notes = ["说明"] };

    [Theory]
    [InlineData(0, "0.0000%")]
    [InlineData(111_111, "11.1111%")]
    [InlineData(1_000_000, "100.0000%")]
    [InlineData(-50, "-0.0050%")]
    public void A_rate_is_shown_in_percent_with_four_decimals(long ppm, string shown) => ReportTable.Percent(ppm).ShouldBe(shown);

    [Fact]
    public void A_column_without_anything_is_not_shown_to_readers() => Table.Shown.ShouldBe([0, 1, 2]);

    [Fact]
    public void Json_holds_every_column_raw_and_the_notes() =>
        Written(stream => ReportJson.Write(stream, Table)).ShouldBe(
            """{"report":"shares","asOf":{"position":1,"recordedAt":null},"rows":[{"holder":"party/a","sharePpm":111111,"kind":"agreed","dueOn":null}],"notes":["说明"]}""");

    [Fact]
    public void A_workbook_holds_fractions_words_of_the_language_and_the_notes()
    {
        using var stream = new MemoryStream();
        ReportXlsx.Write(stream, Table, Language.Chinese);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.Entries.Single(entry => entry.FullName.Contains("/worksheets/", StringComparison.Ordinal)).Open());
        var sheet = reader.ReadToEnd();
        foreach (var shown in (string[])["0.111111", "约定", "说明", "持有人"]) sheet.ShouldContain(shown);
        sheet.ShouldNotContain("最早到期");
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
