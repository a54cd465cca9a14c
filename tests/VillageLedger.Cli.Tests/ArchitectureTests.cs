using System.Reflection;
using System.Xml.Linq;

namespace VillageLedger.Cli.Tests;

/// <summary>Dependencies point downwards only, and each project leans on what it may.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["VillageLedger"] = [],
        ["VillageLedger.EventStore"] = ["Npgsql"],
        ["VillageLedger.Requests"] = ["VillageLedger", "VillageLedger.EventStore", "ExcelDataReader"],
        ["VillageLedger.Reports"] = ["VillageLedger", "VillageLedger.EventStore", "CsvHelper", "DocumentFormat.OpenXml"],
        ["VillageLedger.Catalog"] = ["VillageLedger.Requests", "VillageLedger.Reports", "System.CommandLine"],
        ["VillageLedger.Web"] = ["VillageLedger.Catalog", "QRCoder", "Swashbuckle.AspNetCore.SwaggerUI"],
        ["VillageLedger.Cli"] = ["VillageLedger.Catalog", "VillageLedger.Web", "System.CommandLine", "Spectre.Console"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_of_src_has_its_rule() =>
        Directory.GetDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName).Order().ShouldBe(Allowed.Keys.Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_leans_only_on_what_lies_below_it(string project) => StrangersOf(project, File.ReadAllText(ProjectFile(project))).ShouldBeEmpty();

    [Theory]
    [InlineData("VillageLedger", """<Project><ItemGroup><PackageReference Include="Npgsql" /></ItemGroup></Project>""")]
    [InlineData("VillageLedger.EventStore", """<Project><ItemGroup><ProjectReference Include="..\VillageLedger\VillageLedger.csproj" /></ItemGroup></Project>""")]
    [InlineData("VillageLedger.Reports", """<Project><ItemGroup><ProjectReference Include="..\VillageLedger.Requests\VillageLedger.Requests.csproj" /></ItemGroup></Project>""")]
    public void A_planted_upward_reference_is_found(string project, string file) => StrangersOf(project, file).ShouldNotBeEmpty();

    [Theory]
    [InlineData("VillageLedger")]
    [InlineData("VillageLedger.EventStore")]
    public void The_lowest_projects_use_nothing_else_of_ours(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("VillageLedger", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>The pure ledger decides without a clock, chance, files, or floating point.</summary>
    [Fact]
    public void The_pure_ledger_reads_no_clock_no_chance_and_no_floating_point()
    {
        string[] banned = ["DateTime.Now", "UtcNow", "DateTime.Today", "Guid.NewGuid", "CreateVersion7", "new Random", "Random.Shared", "double ", "float ", "decimal ", "File.", "Environment."];
        var found = Directory.GetFiles(Path.Combine(Root, "src", "VillageLedger"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).SelectMany(line => banned.Where(word => line.Contains(word, StringComparison.Ordinal)).Select(word => $"{Path.GetFileName(file)}: {word}")));
        found.ShouldBeEmpty();
    }

    private static IEnumerable<string> StrangersOf(string project, string file) => XDocument.Parse(file).Descendants()
        .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference")
        .Select(element => (Kind: element.Name.LocalName, Include: element.Attribute("Include")!.Value.Replace('\\', '/')))
        .Select(reference => reference.Kind == "PackageReference" ? reference.Include : Path.GetFileNameWithoutExtension(reference.Include))
        .Except(Allowed[project]);

    private static string ProjectFile(string project) => Path.Combine(Root, "src", project, project + ".csproj");

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "VillageLedger.sln"))) return folder.FullName;
            throw new InvalidOperationException("The tests do not run in a checkout.");
        }
    }
}
