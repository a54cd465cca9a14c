using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Errors are problem details with a stable code.</summary>
public sealed partial class ProblemTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    /// <summary>What a problem of wrong usage says in more words.</summary>
    private static readonly string[] Details = ["option-unknown", "format-unknown", "query-missing", "query-invalid", "batch-invalid", "mapping-invalid", "job-invalid"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_is_told_so_in_his_language()
    {
        using var answer = await fixture.Node.Client.GetAsync(new Uri("/api/reports/operating-income?year=2025&lang=en", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await TestNode.JsonOf(answer);
        (problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()).ShouldBe(("not-signed-in", "Please sign in and go on from there."));
    }

    /// <summary>The page, the list and the texts agree, word for word.</summary>
    [Fact]
    public void The_page_shows_every_code_with_its_status_and_texts()
    {
        var expected = ProblemCodes.All.OrderBy(code => code.Value).ThenBy(code => code.Key, StringComparer.Ordinal).Select(code =>
            $"| `{code.Key}` | {code.Value} | {Texts.Of("problem." + code.Key, Language.Chinese)} | {Texts.Of("problem." + code.Key, Language.English)} |");
        Page.Sections("ERRORS.md").Single(section => section.Heading == "Problems of the web").Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void Every_text_of_a_problem_is_of_a_code_and_no_code_is_a_refusals() =>
        Texts.Keys.Where(key => key.StartsWith("problem.", StringComparison.Ordinal)).Select(key => key["problem.".Length..]).Where(key => !char.IsAsciiDigit(key[0])).Except(Details)
            .ShouldBe(ProblemCodes.All.Keys.Except(Enum.GetValues<RefusalCode>().Select(code => Refusal.Of(code).StableCode)), ignoreOrder: true);

    /// <summary>A code that is not listed is answered as a fault of the program; here it is found before anybody meets it.</summary>
    [Fact]
    public void Every_code_that_the_program_writes_is_listed()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(OpenApiTests.Root, "src", "VillageLedger.Web"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/ui/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
        var written = sources.SelectMany(file => Written().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        written.Count.ShouldBeGreaterThan(15);
        written.Where(code => !ProblemCodes.All.ContainsKey(code)).ShouldBeEmpty();
    }

    [GeneratedRegex("(?:Problems\\.WriteAsync\\([^;\"]*|NotThereAsync\\()\"([a-z-]+)\"")]
    private static partial Regex Written();

    [Theory]
    [InlineData("08006", true)]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("57P03", true)]
    [InlineData("40001", true)]
    [InlineData("40P01", true)]
    [InlineData("42601", false)]
    [InlineData("42703", false)]
    [InlineData("42501", false)]
    [InlineData("23505", false)]
    [InlineData("22P02", false)]
    [InlineData("22021", false)]
    public void Only_what_may_be_over_in_a_moment_is_trouble_of_the_database(string state, bool isTrouble) => DatabaseTrouble.Is(new PostgresException("", "ERROR", "ERROR", state)).ShouldBe(isTrouble);

    [Fact]
    public void A_connection_that_is_lost_is_trouble_of_the_database()
    {
        DatabaseTrouble.Is(new NpgsqlException("", new TimeoutException())).ShouldBeTrue();
        DatabaseTrouble.Is(new InvalidOperationException()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_fault_of_our_own_statement_is_answered_with_a_number_that_stands_in_the_log_and_nothing_else()
    {
        await using var node = await TestNode.StartAsync(null, options => options, new Viewer(new("zhao"), "zhao", [new(Role.Regulator, "330110")]));
        await PostgresServer.ExecuteAsync(node.Ledger.Log.Connection, $"set role {Roles.Owner}; alter table web.job rename column kind to other");
        using var log = new Lines();
        node.Of<ILoggerFactory>().AddProvider(log);
        var (status, problem) = await node.GetAsync("/api/jobs?lang=en");
        var number = problem.GetProperty("instance").GetString()!["urn:fault:".Length..];
        (status, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()!.Contains(number, StringComparison.Ordinal)).ShouldBe((500, "program-fault", true));
        var line = log.All.Single(one => one.Contains(number, StringComparison.Ordinal));
        line.ShouldContain("42703");
        (problem.GetRawText().Contains("kind", StringComparison.Ordinal), line.Contains("column \"kind\"", StringComparison.Ordinal)).ShouldBe((false, false));
    }

    /// <summary>What the node's log says.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
