using System.Text.RegularExpressions;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Names and texts that a browser or a spreadsheet would run, in every field that takes one: no report or print gives them out as they came.</summary>
public sealed partial class TextAttackTests
{
    private const string Attack = "=HYPERLINK(\"x\")<script>alert(1)</script><img src=x onerror=alert(1)>'\"";

    [Fact]
    public async Task No_report_and_no_print_runs_what_somebody_wrote()
    {
        var village = new AccessWorld.CanaryVillage("330110112201", Attack.Replace("\"", "\\\"", StringComparison.Ordinal), "径山镇", [111, 222, 333, 444]);
        await using var node = await TestNode.StartAsync(
            null, options => options with { Guards = new() { PerAddress = 1_000_000, PerSession = 1_000_000 } }, new Viewer(new("regulator"), Attack, [new(Role.Regulator, "330110")]));
        var refused = new List<string>();
        foreach (var request in AccessWorld.OfVillage(village))
            if ((await node.Ledger.Requests.DoAsync(TestLedger.Read(request), TestContext.Current.CancellationToken)).Refusal is { } refusal) refused.Add(refusal.Message(Language.English) + request);
        refused.ShouldBeEmpty();
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var address in ReportEndpoints.OffersOf(Language.English).All.SelectMany(report => (string[])["html", "csv"], (report, format) => AccessMatrixTests.Address(report, village, format))
            .Append("/api/print/voucher?format=html&voucher=v1").Append($"/api/print/vouchers?format=html&month=2026-01&book={village.Address}").Append($"/api/print/cover?format=html&month=2026-01&book={village.Address}"))
        {
            using var answer = await node.SendAsync(HttpMethod.Get, address);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (text.Contains("HYPERLINK", StringComparison.Ordinal)) seen++;
            var isHtml = answer.Content.Headers.ContentType?.MediaType == "text/html";
            if (isHtml && (text.Contains("<script>alert", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal))) wrong.Add(address);
            if (answer.Content.Headers.ContentType?.MediaType == "text/csv" && Formula().IsMatch(text)) wrong.Add(address);
            if (!answer.Headers.Contains("Content-Security-Policy") || answer.Headers.GetValues("Content-Security-Policy").Single().Contains("script-src", StringComparison.Ordinal)) wrong.Add($"{address}: policy");
        }

        wrong.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(20);
    }

    /// <summary>A cell that begins like a formula, quoted or not.</summary>
    [GeneratedRegex("(?m)(?:^|,)\"?[=@+]")]
    private static partial Regex Formula();
}
