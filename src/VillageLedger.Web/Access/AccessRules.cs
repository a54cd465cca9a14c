using System.Collections.Frozen;

namespace VillageLedger.Web;

/// <summary>What a request or report is about: a kind of subject and the field, option or column that names it.</summary>
internal readonly record struct AccessSubject(string Kind, string Field);

/// <summary>Who may ask a request.</summary>
/// <param name="Also">Kinds of streams that its decision writes beside its subject's own: the books of nine villages, an invoice.</param>
internal sealed record RequestAccess(string Request, FrozenSet<Role> Roles, IReadOnlyList<AccessSubject> Subjects, FrozenSet<string> Also);

/// <summary>Who may read a report.</summary>
/// <param name="Rows">Each must hold for a row to be shown; of its alternatives one.</param>
internal sealed record ReportAccess(string Report, FrozenSet<Role> Roles, IReadOnlyList<AccessSubject> Subjects, IReadOnlyList<IReadOnlyList<AccessSubject>> Rows);

/// <summary>The tables of access that come with the program: <c>requests.csv</c>, <c>reports.csv</c>, <c>streams.csv</c>.</summary>
internal static class AccessRules
{
    public static readonly FrozenDictionary<string, RequestAccess> Requests = Rows("requests.csv")
        .Select(row => new RequestAccess(row[0], RolesOf(row[1]), SubjectsOf(row[2]), Words(row[3]).ToFrozenSet(StringComparer.Ordinal))).ToFrozenDictionary(row => row.Request, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, ReportAccess> Reports = Rows("reports.csv")
        .Select(row => new ReportAccess(row[0], RolesOf(row[1]), SubjectsOf(row[2]), [.. Words(row[3]).Select(AlternativesOf)])).ToFrozenDictionary(row => row.Report, StringComparer.Ordinal);

    /// <summary>Kinds of streams, each with who may read a report of the same.</summary>
    public static readonly FrozenDictionary<string, ReportAccess> Streams = Rows("streams.csv").ToFrozenDictionary(row => row[0], row => Reports[row[1]], StringComparer.Ordinal);

    private static FrozenSet<Role> RolesOf(string cell) => Words(cell).Select(word => Enum.Parse<Role>(word, ignoreCase: true)).ToFrozenSet();

    private static AccessSubject[] SubjectsOf(string cell) => [.. Words(cell).Select(SubjectOf)];

    private static AccessSubject[] AlternativesOf(string word) => [.. word.Split('|').Select(SubjectOf)];

    private static AccessSubject SubjectOf(string word) => word.Split(':') is [var kind, var field] ? new(kind, field) : new(word, "");

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Rows without their heading; no cell of these tables needs quotes.</summary>
    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(AccessRules).Assembly.GetManifestResourceStream("access/" + name) ?? throw new InvalidOperationException($"Resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(','))];
    }
}
