using System.IO.Compression;
using System.Text;

namespace VillageLedger.Web.Tests.Guards;

/// <summary>Files of the built page come packed to whoever takes them so.</summary>
public sealed class PageFileTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private const string Script = "export const village = '仁和村'";

    [Theory]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_script_is_given_in_the_smallest_packing_that_is_taken(string? taken, string? coding)
    {
        var folder = Directory.CreateTempSubdirectory("pages");
        try
        {
            var assets = folder.CreateSubdirectory("assets").FullName;
            var bytes = Encoding.UTF8.GetBytes(Script);
            await File.WriteAllBytesAsync(Path.Combine(assets, "a.js"), bytes, TestContext.Current.CancellationToken);
            await WriteAsync(Path.Combine(assets, "a.js.gz"), file => new GZipStream(file, CompressionLevel.Optimal), bytes);
            await WriteAsync(Path.Combine(assets, "a.js.br"), file => new BrotliStream(file, CompressionLevel.Optimal), bytes);
            await using var node = await TestNode.StartAsync(fixture.Node.Ledger.Log.Connection, options => options with { Pages = folder.FullName });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/assets/a.js", UriKind.Relative));
            if (taken is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", taken);
            using var answer = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);
            (answer.Content.Headers.ContentEncoding.SingleOrDefault(), answer.Content.Headers.ContentType!.MediaType, string.Join(", ", answer.Headers.Vary)).ShouldBe((coding, "text/javascript", "Accept-Encoding"));
            (await ReadAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), coding)).ShouldBe(Script);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, Func<Stream, Stream> pack, byte[] bytes)
    {
        await using var file = File.Create(path);
        await using var packing = pack(file);
        await packing.WriteAsync(bytes);
    }

    private static async Task<string> ReadAsync(Stream body, string? coding)
    {
        await using var plain = coding switch { "gzip" => new GZipStream(body, CompressionMode.Decompress), "br" => new BrotliStream(body, CompressionMode.Decompress), _ => body };
        using var text = new StreamReader(plain);
        return await text.ReadToEndAsync();
    }
}
