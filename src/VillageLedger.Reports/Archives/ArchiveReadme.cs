using System.Text;

namespace VillageLedger.Reports;

/// <summary>What stands at the beginning of an archive for people: what is what and how to check it, in both languages.</summary>
internal static class ArchiveReadme
{
    public static string TextOf(ArchiveContents contents)
    {
        var text = new StringBuilder();
        foreach (var language in (Language[])[Language.Chinese, Language.English])
        {
            Line(Texts.Of("archive.readme.title", language, ("owner", contents.Owner)));
            Line(Texts.Of("archive.readme.moment", language, ("position", contents.At.Position), ("recordedAt", contents.At.RecordedAt is { } at ? ReportTime.Format(at) : "—"), ("program", contents.Sources.Program)));
            Line("");
            foreach (var part in ArchivePart.All) Line($"  {part,-16}{ArchivePart.TextOf(part, language)}");
            Line("");
            foreach (var line in (string[])["formats", "persons", "check"]) Line(Texts.Of("archive.readme." + line, language));
            Line("    sha256sum -c SHA256SUMS");
            Line("    ./ledger archive check FILE.zip");
            Line("    hledger -f vouchers/journal.hledger balance");
            Line("");
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }
}
