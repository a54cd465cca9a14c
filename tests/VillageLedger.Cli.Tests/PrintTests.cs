using System.Diagnostics;
using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Cli.Tests;

/// <summary>Pages to be printed, as the command line gives them.</summary>
public sealed class PrintTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-printed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_report_goes_to_a_file_as_pdf_with_the_name_of_whoever_it_is_about()
    {
        var file = Path.Combine(folder, "balance.pdf");
        var ran = await RunAsync("report", "trial-balance", "--book", TwoVillages.A, "--month", "2025-12", "--format", "pdf", "--output", file);
        ran.Exits(0).Output.ShouldBeEmpty();
        var text = Program("pdftotext", "-layout", file, "-");
        foreach (var shown in (string[])["科目余额表", "单位名称：稻香村", "2025-12", "库存现金", "7,000.00", "合计", "内容指纹 SHA-256："]) text.ShouldContain(shown);
        Program("pdfinfo", file).ShouldContain("(A4)");
    }

    [Fact]
    public async Task A_voucher_goes_to_standard_output_as_pdf()
    {
        var ran = (await RunAsync("print", "voucher", "--voucher", "a-01")).Exits(0);
        Encoding.ASCII.GetString(ran.Output, 0, 5).ShouldBe("%PDF-");
        var file = Path.Combine(folder, "voucher.pdf");
        await File.WriteAllBytesAsync(file, ran.Output);
        Program("pdftotext", file, "-").ShouldContain("人民币肆万元整");
        Program("pdfinfo", file).ShouldContain("(A5)");
    }

    [Fact]
    public async Task Vouchers_of_a_month_are_chosen_by_type_and_number()
    {
        SheetsOf(await HtmlAsync("vouchers", "--book", TwoVillages.A, "--month", "2025-12")).ShouldBe(12);
        SheetsOf(await HtmlAsync("vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--numbers", "2-4", "--type", "记")).ShouldBe(3);
        SheetsOf(await HtmlAsync("vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--numbers", "3")).ShouldBe(1);
        (await HtmlAsync("cover", "--book", TwoVillages.A, "--month", "2025-12")).ShouldContain("记-1–12");
        (await RunAsync("print", "vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--numbers", "90-99", "--format", "html")).Exits(1).Trouble.ShouldStartWith("voucher-unknown");
        // As known before any was posted.
        (await RunAsync("print", "vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--format", "html", "--at", await TwoVillages.AfterAsync("a-01"))).Exits(1).Trouble.ShouldStartWith("voucher-unknown");
    }

    [Theory]
    [InlineData("print", "vouchers", "--book", TwoVillages.A)]
    [InlineData("print", "vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--numbers", "4-2")]
    [InlineData("print", "vouchers", "--book", TwoVillages.A, "--month", "2025-12", "--numbers", "x")]
    [InlineData("print", "cover", "--book", TwoVillages.A, "--year", "2025")]
    [InlineData("print", "voucher", "--voucher", "a-01", "--format", "xlsx")]
    public async Task Wrong_words_are_named(params string[] words) => (await RunAsync(words)).Exits(2).Trouble.ShouldNotBeEmpty();

    [Fact]
    public async Task Where_there_is_no_Chromium_the_package_is_named_and_html_still_comes()
    {
        var missing = await RunWithAsync(Path.Combine(folder, "none"), "print", "voucher", "--voucher", "a-01");
        missing.Exits(3).Trouble.ShouldContain("fonts-noto-cjk");
        missing.Output.ShouldBeEmpty();
        (await RunWithAsync(Path.Combine(folder, "none"), "print", "voucher", "--voucher", "a-01", "--format", "html")).Exits(0).Text.ShouldContain("人民币肆万元整");
    }

    private static async Task<string> HtmlAsync(params string[] words) => (await RunAsync(["print", .. words, "--format", "html"])).Exits(0).Text;

    private static int SheetsOf(string html) => html.Split("<section class=\"page\">").Length - 1;

    private static async Task<Ran> RunAsync(params string[] words) => await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), words);

    private static async Task<Ran> RunWithAsync(string chromium, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [LedgerProgram.Path, .. words, "--db", await TwoVillages.DatabaseAsync(), "--lang", "zh"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8 };
        start.Environment[Chromium.Variable] = chromium;
        using var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToArray(), await trouble);
    }

    private static string Program(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return text;
    }
}
