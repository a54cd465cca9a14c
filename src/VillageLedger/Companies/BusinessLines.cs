using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A line of business: its name and the income accounts that belong to it.</summary>
public sealed record BusinessLine(string Line, string Name, IReadOnlyList<AccountCode> Accounts);

/// <summary>A company's lines of business, and which of them a posting belongs to.</summary>
public sealed record BusinessLines(ImmutableDictionary<string, BusinessLine> ById, ImmutableDictionary<AccountCode, string> ByAccount)
{
    /// <summary>Where postings belong that no line claims.</summary>
    public const string Unassigned = "unassigned";

    public static readonly BusinessLines None = new(ImmutableDictionary<string, BusinessLine>.Empty, ImmutableDictionary<AccountCode, string>.Empty);

    /// <summary>
    /// The line that a posting belongs to: the one that its project names; else the one with the account that goes deepest among those it lies under; else <see cref="Unassigned"/>.
    /// </summary>
    public string LineOf(AccountCode account, string? project)
    {
        if (project is not null && ById.ContainsKey(project)) return project;
        for (var length = account.Value.Length; length > 0; length--)
            if (ByAccount.TryGetValue(new(account.Value[..length]), out var line)) return line;
        return Unassigned;
    }

    public BusinessLines With(BusinessLineAdded added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return new(
            ById.SetItem(added.Line, new(added.Line, added.Name, added.Accounts)),
            ByAccount.SetItems(added.Accounts.Select(account => KeyValuePair.Create(account, added.Line))));
    }
}
