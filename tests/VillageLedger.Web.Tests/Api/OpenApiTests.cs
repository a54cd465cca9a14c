using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using VillageLedger.Requests;

namespace VillageLedger.Web.Tests;

/// <summary>The interface's description names everything there is, and a program made from it works.</summary>
public sealed class OpenApiTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private const string Update = "UPDATE_OPENAPI";

    private static readonly string[] Undescribed = ["/docs/try.js", "/api/session/demo"];

    private static readonly JsonElement Document = JsonDocument.Parse(OpenApiDocument.Bytes).RootElement;

    private readonly TestNode node = villages.Node;

    private static string Ui => Path.Combine(Root, "src", "VillageLedger.Web", "ui");

    internal static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "VillageLedger.sln"))) return folder.FullName;
            throw new InvalidOperationException("The tests do not run in a checkout.");
        }
    }

    [Fact]
    public void Every_endpoint_is_described_and_every_description_has_its_endpoint()
    {
        var mapped = node.Of<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(one => one.RoutePattern.RawText is { } path && !path.Contains("**", StringComparison.Ordinal))
            .SelectMany(one => (one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).SelectMany(method => Concrete(PathOf(one)).Select(path => $"{method} {path}")))
            .Where(one => !Undescribed.Any(path => one.EndsWith(path, StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal);
        var described = Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
            .Where(one => !Undescribed.Any(path => one.EndsWith(path, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
        described.ShouldBe(mapped);
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));

    /// <summary>Requests and reports are described one by one.</summary>
    private static IEnumerable<string> Concrete(string path) =>
        path.StartsWith("/api/requests/{name}", StringComparison.Ordinal) ? RequestTypes.Names.Select(name => path.Replace("{name}", name, StringComparison.Ordinal))
        : path.StartsWith("/api/reports/{name}", StringComparison.Ordinal) ? ReportEndpoints.OffersOf(Language.English).All.Select(one => path.Replace("{name}", one.Name, StringComparison.Ordinal)) : [path];

    [Fact]
    public void Every_request_is_described_with_its_fields_and_an_example_that_the_reader_takes()
    {
        foreach (var name in RequestTypes.Names)
        {
            var schema = Document.GetProperty("components").GetProperty("schemas").GetProperty("Request-" + name);
            var example = schema.GetProperty("example");
            RequestTypes.Read(RequestBody.Signed(example, name, new("zhao"))).Refusal.ShouldBeNull(name);
            var fields = schema.GetProperty("properties").EnumerateObject().Select(field => field.Name).ToHashSet();
            example.EnumerateObject().Select(field => field.Name).Where(field => !fields.Contains(field)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_operation_has_an_id_of_its_own()
    {
        var text = System.Text.Encoding.UTF8.GetString(OpenApiDocument.Bytes);
        var schemas = Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(one => "#/components/schemas/" + one.Name).ToHashSet();
        System.Text.RegularExpressions.Regex.Matches(text, "\"\\$ref\": \"(#/components/schemas/[^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().Where(one => !schemas.Contains(one)).ShouldBeEmpty();
        var ids = Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(one => one.Value.GetProperty("operationId").GetString()).ToList();
        ids.Count.ShouldBe(ids.Distinct().Count());
    }

    [Fact]
    public async Task The_description_is_sent_once()
    {
        using var first = await node.SendAsync(HttpMethod.Get, OpenApiEndpoints.Path);
        using var again = await node.SendAsync(HttpMethod.Get, OpenApiEndpoints.Path, headers: ("If-None-Match", first.Headers.ETag!.Tag));
        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotModified));
    }

    [Fact]
    public async Task The_page_to_try_it_runs_nothing_that_stands_in_it()
    {
        using var page = await node.SendAsync(HttpMethod.Get, "/docs/index.html");
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (page.Headers.GetValues("Content-Security-Policy").Single().Contains("script-src 'self';", StringComparison.Ordinal), text.Contains("<script>", StringComparison.Ordinal)).ShouldBe((true, false));
        foreach (var file in new[] { "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/try.js" })
        {
            using var answer = await node.SendAsync(HttpMethod.Get, file);
            (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 100).ShouldBe((HttpStatusCode.OK, true), file);
        }
    }

    /// <summary>Where the interface changed: run this once with UPDATE_OPENAPI=1, then <c>npm run types</c>.</summary>
    [Fact]
    public async Task The_page_is_made_from_the_description_of_this_program()
    {
        var file = Path.Combine(Ui, "openapi.json");
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllBytesAsync(file, OpenApiDocument.Bytes, TestContext.Current.CancellationToken);
        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(OpenApiDocument.Bytes).ShouldBeTrue("ui/openapi.json is of another program.");
    }

    [Fact]
    public async Task A_client_that_a_public_generator_made_signs_in_prepares_a_voucher_and_reads_a_report()
    {
        // Where there is no npm the pages are not made; in continuous integration they always are.
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true" || Directory.Exists(Path.Combine(Ui, "node_modules", "openapi-fetch")), "The page's packages are not restored.");
        await using var served = await TestNode.StartAsync(node.Ledger.Log.Connection);
        await served.AddUserAsync("generated", new Grant(Role.Accountant, "330110"));
        // Below the page's packages, so that they are found from there.
        var folder = Path.Combine(Ui, "node_modules", ".cache", "client");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "openapi.json"), OpenApiDocument.Bytes, TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Api", "client.mts"), Path.Combine(folder, "client.mts"), overwrite: true);
        await RunAsync(folder, Path.Combine(Ui, "node_modules", "openapi-typescript", "bin", "cli.js"), "openapi.json", "-o", "schema.d.ts");
        await RunAsync(folder, Path.Combine(Ui, "node_modules", "typescript", "bin", "tsc"), "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node", "--skipLibCheck", "client.mts");
        var said = await RunAsync(folder, "client.mjs", served.Address.ToString().TrimEnd('/'), "generated", TestNode.Password, VillagesNode.Village);
        said.Trim().ShouldBe("done 456.00 not-permitted");
    }

    private static async Task<string> RunAsync(string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("node", words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{await said}{await wrong}");
    }
}
