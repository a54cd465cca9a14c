using System.IO.Compression;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Work that takes long is begun, left, found again and given up; others see nothing of it.</summary>
public sealed class JobTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task A_replay_finds_every_projection_equal_and_is_its_users_alone()
    {
        var job = await StartAsync("""{"kind":"replay"}""");
        var done = await EndAsync(job);
        (done.GetProperty("state").GetString(), done.GetProperty("result").GetProperty("equal").GetBoolean()).ShouldBe(("done", true));
        (await node.GetAsync("/api/jobs")).Body.EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldContain(job);
        (await node.GetAsync("/api/jobs/" + job, VillagesNode.Neighbour)).Body.GetProperty("code").GetString().ShouldBe("job-unknown");
        (await node.PostAsync("/api/jobs", """{"kind":"replay"}""", VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task One_replay_runs_at_a_time_and_any_node_can_give_it_up()
    {
        var jobs = node.Of<JobStore>();
        (await jobs.AddAsync("long", new(VillagesNode.County), "replay", "{}", CancellationToken.None)).ShouldBeTrue();
        (await node.PostAsync("/api/jobs", """{"kind":"replay"}""")).Body.GetProperty("code").GetString().ShouldBe("replay-running");
        using var given = await node.SendAsync(HttpMethod.Delete, "/api/jobs/long");
        (await jobs.TellAsync("long", 1, 2, CancellationToken.None)).ShouldBeTrue();
        await jobs.EndAsync("long", "cancelled", null, CancellationToken.None);
    }

    [Fact]
    public async Task An_archive_is_made_of_an_owner_that_is_seen_and_its_file_fetched()
    {
        var job = await StartAsync($$"""{"kind":"archive","owner":"{{VillagesNode.Village}}"}""");
        (await EndAsync(job)).GetProperty("state").GetString().ShouldBe("done");
        using var file = await node.SendAsync(HttpMethod.Get, $"/api/jobs/{job}/file");
        await using var bytes = await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(bytes);
        zip.Entries.Count.ShouldBeGreaterThan(5);
        (await node.PostAsync("/api/jobs", $$"""{"kind":"archive","owner":"{{VillagesNode.Village}}"}""", VillagesNode.Neighbour)).Status.ShouldBe(403);
        (await node.GetAsync($"/api/jobs/{job}/file", VillagesNode.Neighbour)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Many_months_are_closed_and_each_village_says_what_became_of_it()
    {
        var job = await StartAsync("""{"kind":"close-months","month":"2026-01","place":"330110112"}""");
        var done = await EndAsync(job);
        (done.GetProperty("done").GetInt64(), done.GetProperty("total").GetInt64(), done.GetProperty("result").GetProperty("already").GetInt32()).ShouldBe((3, 3, 1));
        (await node.PostAsync("/api/jobs", """{"kind":"close-months","month":"2026-01","books":["village/330110112201"]}""", VillagesNode.Neighbour)).Status.ShouldBe(403);
        (await node.PostAsync("/api/jobs", """{"kind":"close-months","month":"Juni"}""")).Status.ShouldBe(400);
        (await node.PostAsync("/api/jobs", """{"kind":"dance"}""")).Status.ShouldBe(400);
    }

    private async Task<string> StartAsync(string body)
    {
        var (status, job) = await node.PostAsync("/api/jobs", body);
        status.ShouldBe(200, job.GetRawText());
        return job.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> EndAsync(string id)
    {
        for (var i = 0; i < 300; i++)
        {
            var (_, job) = await node.GetAsync("/api/jobs/" + id);
            if (job.GetProperty("state").GetString() != "running") return job;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The job does not end.");
    }
}
