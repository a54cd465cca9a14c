using System.Net;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Errors are problem details with a stable code.</summary>
public sealed class ProblemTests
{
    [Fact]
    public async Task Who_is_not_signed_in_is_told_so_in_his_language()
    {
        await using var node = await TestNode.StartAsync();
        using var answer = await node.Client.GetAsync(new Uri("/api/reports/operating-income?year=2025&lang=en", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.RootElement.GetProperty("code").GetString().ShouldBe("not-signed-in");
        problem.RootElement.GetProperty("detail").GetString().ShouldBe("Please sign in and go on from there.");
    }
}
