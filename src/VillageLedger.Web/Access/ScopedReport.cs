using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>
/// A report as somebody may read it: by the roles that may, about what these see, through read models that the database cuts down to that, and with the rows of others left out once more. Explanations, comparisons, files and
/// prints are made of what is read here.
/// </summary>
internal sealed class ScopedReport
{
    /// <summary>Who needs the names of natural persons for his work with an owner.</summary>
    private static readonly HashSet<Role> WithNames = [Role.Clerk, Role.Cashier, Role.Accountant, Role.Reviewer, Role.Chair, Role.Manager, Role.Auditor];

    private readonly Scope scope;
    private readonly ReportAccess rule;
    private readonly string? venture;

    private readonly bool isOff;

    private ScopedReport(Scope scope, ReportAccess rule, string? venture, bool isOff) => (this.scope, this.rule, this.venture, this.isOff) = (scope, rule, venture, isOff);

    /// <summary>What the database shows for it.</summary>
    public ReadModels Models => scope.Models;

    /// <summary>Null where it is not permitted: not by any role, or not about what the options name.</summary>
    public static async Task<ScopedReport?> FindAsync(Scope scope, LedgerSession ledger, string report, IReadOnlyCollection<KeyValuePair<string, string>> options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(options);
        if (!AccessRules.Reports.TryGetValue(report, out var rule)) return null;
        var withNames = options.Any(option => option.Key == "names" && option.Value != "false");
        var within = scope.Of(withNames ? rule.Roles.Intersect(WithNames).ToHashSet() : rule.Roles);
        if (!within.IsAnywhere) return null;
        var subjects = new Subjects(within, ledger, cancellation);
        var isOff = Scopes.StateOf(ledger).IsProgramOff;
        foreach (var (name, value) in isOff ? [] : options)
            foreach (var subject in rule.Subjects.Where(subject => subject.Field == name))
                if (!await subjects.IsSeenAsync(subject.Kind, value).ConfigureAwait(false)) return null;
        return new(within, rule, options.Where(option => option.Key == "venture").Select(option => option.Value).LastOrDefault(), isOff);
    }

    /// <summary>The report with the rows that may be seen. Where one is left out there are no totals: those of all would tell of it.</summary>
    public async Task<ReportTable> ReadAsync(Func<ReportCall, Task<ReportTable>> read, ReportCall call)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(call);
        var table = await read(call with { Models = scope.Models }).ConfigureAwait(false);
        return isOff || scope.IsWhole ? table : Cut(table);
    }

    private ReportTable Cut(ReportTable table)
    {
        var columns = table.Columns.Index().ToDictionary(column => column.Item.Name, column => column.Index, StringComparer.Ordinal);
        var rules = rule.Rows.Where(any => any.Any(one => one.Field.Length == 0 || columns.ContainsKey(one.Field))).ToList();
        var shown = table.Rows.Index().Where(row => rules.TrueForAll(any => any.Any(one => IsSeen(one, row.Item, columns)))).Select(row => row.Index).ToList();
        if (shown.Count == table.Rows.Count) return table;
        return table with
        {
            Rows = shown.ConvertAll(index => table.Rows[index]),
            Totals = null,
            Notes = [],
            Sources = table.Sources is { } sources ? (row, column) => sources(shown[row], column) : null,
        };
    }

    private bool IsSeen(AccessSubject subject, IReadOnlyList<object?> row, Dictionary<string, int> columns)
    {
        if (subject.Field.Length == 0) return venture is { } of && Owner.TryParse(of.Contains('/', StringComparison.Ordinal) ? of : "venture/" + of, out var owner) && scope.Sees(owner);
        if (!columns.TryGetValue(subject.Field, out var column) || row[column] is not string { Length: > 0 } value) return false;
        return subject.Kind switch
        {
            Owner.VillageKind => scope.Sees(Owner.Village(value)),
            Owner.VentureKind => Owner.TryParse(value.Contains('/', StringComparison.Ordinal) ? value : "venture/" + value, out var of) && scope.Sees(of),
            "owner" => Owner.TryParse(value, out var of) && scope.Sees(of),
            "holder" => Holder.TryParse(value, out var holder) && holder.Owner is { } of && scope.Sees(of),
            "place" => scope.SeesPlace(value),
            "group" => scope.SeesGroup(value),
            _ => throw new InvalidOperationException($"The table of reports names rows by '{subject.Kind}'."),
        };
    }
}
