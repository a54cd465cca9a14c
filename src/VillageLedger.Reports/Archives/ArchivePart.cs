namespace VillageLedger.Reports;

/// <summary>The parts of an archive: what stands under which name. Described in <c>docs/ARCHIVE.md</c>.</summary>
public static class ArchivePart
{
    public const string Readme = "README.txt";
    public const string Contents = "contents.json";
    public const string Sums = "SHA256SUMS";
    public const string Facts = "facts.jsonl";
    public const string Rules = "rules/";
    public const string Vouchers = "vouchers/";
    public const string Ledgers = "ledgers/";
    public const string Statements = "statements/";
    public const string Registers = "registers/";
    public const string Attachments = "attachments/";

    public const string Journal = Vouchers + "journal.hledger";

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<string> All { get; } = [Readme, Facts, Rules, Vouchers, Ledgers, Statements, Registers, Attachments, Contents, Sums];

    /// <summary>The part that a file belongs to.</summary>
    public static string Of(string path) => All.First(part => part == path || (part.EndsWith('/') && path.StartsWith(part, StringComparison.Ordinal)));

    /// <summary>What a part is, for a reader.</summary>
    public static string TextOf(string part, Language language)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Texts.Of("archive.part." + part.TrimEnd('/').ToLowerInvariant(), language);
    }

    /// <summary>An id as a file's name on every system: a colon, which some do not take, becomes <c>=</c>, which no id has.</summary>
    public static string FileNameOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Replace(':', '=').Replace('/', '=');
    }
}
