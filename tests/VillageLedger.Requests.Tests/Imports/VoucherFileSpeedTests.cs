using System.Diagnostics;
using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

public sealed class VoucherFileSpeedTests(ITestOutputHelper output)
{
    /// <summary>About 1 s on a machine of two cores; the bound leaves room for one that is shared.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(6);

    [Fact]
    public void A_full_file_of_CSV_takes_about_a_second()
    {
        var text = new StringBuilder(VoucherFiles.Heading);
        for (var i = 0; i < VoucherFile.MaxRows; i++)
            text.Append(i % 2 == 0 ? $"\n2025-06-30,记,{i / 2},2,收租金,102,银行存款,,\"1,234.56\",,张三,李四" : $"\n2025-06-30,记,{i / 2},2,收租金,50101,租金收入,,,1234.56,张三,李四");
        Measure("a.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    [Fact]
    public void A_full_workbook_takes_about_two_seconds()
    {
        object?[][] rows = [VoucherFiles.HeadingCells, .. Enumerable.Range(0, VoucherFile.MaxRows).Select(i => (object?[])[new DateTime(2025, 6, 30), "记", i / 2, 2, "收租金", 102, "银行存款", "", i % 2 == 0 ? 1234.56 : null, i % 2 == 1 ? 1234.56 : null, "张三", "李四"])];
        Measure("a.xlsx", Workbook.Of(rows));
    }

    private void Measure(string name, byte[] file)
    {
        var watch = Stopwatch.StartNew();
        VoucherFile.Read(name, file).ShouldBeTaken().Count.ShouldBe(VoucherFile.MaxRows / 2);
        output.WriteLine($"{name}: {watch.ElapsedMilliseconds} ms for {VoucherFile.MaxRows} rows, {file.Length / 1024} KiB");
        watch.Elapsed.ShouldBeLessThan(Bound);
    }
}
