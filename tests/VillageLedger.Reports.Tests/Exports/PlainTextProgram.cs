using System.Diagnostics;
using System.Text;

namespace VillageLedger.Reports.Tests.Exports;

/// <summary>Runs hledger, ledger, bean-check and bean-query, which the test script installs. A program that is missing fails the test.</summary>
internal static class PlainTextProgram
{
    /// <summary>Standard output of a program that must end well within a minute.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // hledger reads files in the encoding of the locale.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["BEANCOUNT_DISABLE_LOAD_CACHE"] = "1";
        using var process = Process.Start(start).ShouldNotBeNull();
        var trouble = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue($"{program} did not end.");
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {trouble.Result}{output.Result}");
        return output.Result;
    }
}
