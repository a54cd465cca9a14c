using System.CommandLine;

namespace VillageLedger.Cli;

/// <summary>Options that several reports take, and how their values are read.</summary>
internal static class ReportOptions
{
    public static Option<string> Book(Words words) => new("--book") { Description = words["cli.report.book"], Required = true, HelpName = "OWNER" };

    public static Option<string> Venture(Words words) => new("--venture") { Description = words["cli.report.venture"], Required = true, HelpName = "ID" };

    public static Owner Owner(Words words, string text) =>
        VillageLedger.Owner.TryParse(text, out var owner) ? owner : throw new UsageException(words["cli.report.owner-invalid", ("value", text)]);

    /// <summary>The id of a venture, with or without <c>venture/</c> before it.</summary>
    public static string VentureId(Words words, string text)
    {
        var id = text.StartsWith(VillageLedger.Owner.VentureKind + "/", StringComparison.Ordinal) ? text[(VillageLedger.Owner.VentureKind.Length + 1)..] : text;
        return Ids.IsValid(id) ? id : throw new UsageException(words["cli.report.venture-invalid", ("value", text)]);
    }
}
