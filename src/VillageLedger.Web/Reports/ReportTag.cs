using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// What an answer with a report is known by, without reading it: the report, everything that was asked for, the position up to which facts are in it, who asks and what he may see, and the program. The position holds the rules,
/// which are facts.
/// </summary>
internal static class ReportTag
{
    /// <summary>What these show is no fact alone: whether files are stored, what persons are called.</summary>
    private static readonly HashSet<string> NotOfFacts = ["attachments", "claims"];

    /// <returns>Null where what is shown may change without a fact.</returns>
    public static string? Of(HttpContext context, string report, long position, Scope scope, Language language)
    {
        if (NotOfFacts.Contains(report) || context.Flag("names")) return null;
        var content = new StringBuilder();
        content.Append(context.Request.Path).Append('\n').Append(position).Append('\n').Append(language).Append('\n').Append(LedgerSession.Program).Append('\n').Append(scope.Viewer.User).Append('\n');
        foreach (var (name, values) in context.Request.Query.OrderBy(one => one.Key, StringComparer.Ordinal))
            foreach (var value in values) content.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? "")).Append('\n');
        foreach (var grant in scope.Viewer.Grants.Select(grant => $"{grant.Role} {grant.At}").Order(StringComparer.Ordinal)) content.Append(grant).Append('\n');
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..32]}\"";
    }
}
