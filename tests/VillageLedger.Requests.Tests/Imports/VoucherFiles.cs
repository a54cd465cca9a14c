using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

/// <summary>Files of vouchers for tests, with the twelve neutral columns.</summary>
internal static class VoucherFiles
{
    public const string Heading = "日期,凭证字,凭证号,附件数,摘要,科目编码,科目名称,辅助核算,借方金额,贷方金额,制单人,审核人";

    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static readonly object?[] HeadingCells = Heading.Split(',');

    public static VoucherFileContent Csv(string text) => VoucherFile.Read("vouchers.csv", Encoding.UTF8.GetBytes(text));

    /// <summary>The neutral heading and rows below it.</summary>
    public static VoucherFileContent Rows(params string[] rows) => Csv(Heading + "\n" + string.Join("\n", rows));

    /// <summary>One row whose given cell is replaced, above a good second one.</summary>
    public static VoucherFileContent With(string column, string value)
    {
        var cells = "2025-06-30,记,12,2,收租金,102,银行存款,party/g07,100.00,,张三,李四".Split(',');
        cells[Array.IndexOf(Heading.Split(','), column)] = '"' + value.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        return Rows(string.Join(",", cells), "2025-07-01,记,13,,转存,101,,,,5.00,,");
    }

    public static VoucherFileContent Xlsx(params object?[][] rows) => VoucherFile.Read("vouchers.xlsx", Workbook.Of(rows));

    /// <summary>The only fault of a file, which names each given value in both languages and leaves no name unfilled.</summary>
    public static void ShouldBeRefused(this VoucherFileContent content, RefusalCode code, params (string Name, string Value)[] values)
    {
        content.Vouchers.ShouldBeEmpty();
        content.Faults.Select(fault => fault.StableCode).ShouldBe([Refusal.NameOf(code)]);
        content.Faults[0].ShouldTell(values);
    }

    public static void ShouldTell(this Refusal fault, params (string Name, string Value)[] values)
    {
        foreach (var (name, value) in values) fault.Values[name].ShouldBe(value);
        foreach (var language in Enum.GetValues<Language>())
        {
            var message = fault.Message(language);
            message.ShouldNotContain("{");
            foreach (var (_, value) in values) message.ShouldContain(value);
        }
    }

    public static IReadOnlyList<ImportedVoucher> ShouldBeTaken(this VoucherFileContent content)
    {
        content.Faults.Select(fault => fault.Message(Language.English)).ShouldBeEmpty();
        return content.Vouchers;
    }
}
