using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VillageLedger.Cli.Tests.Writing;
using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests.Archives;

/// <summary><c>ledger archive</c>: an owner's books, complete, the same each time, and checked without a database.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-archive-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_years_archive_is_sound_the_same_each_time_and_passes_the_checksums()
    {
        var (one, other) = (await OfYearAsync("a.zip"), await OfYearAsync("b.zip"));
        (await File.ReadAllBytesAsync(one)).ShouldBe(await File.ReadAllBytesAsync(other));
        Found(one).ShouldSatisfyAllConditions(found => found.Faults.ShouldBeEmpty(), found => found.Vouchers.ShouldBeGreaterThan(150));
        PlainTextProgram.Run("sh", "-c", $"cd '{Extract(one)}' && sha256sum -c --quiet --strict SHA256SUMS");
        Directory.GetFiles(folder).Order().ShouldBe([one, other]);
    }

    [Fact]
    public async Task Hledger_reads_the_journal_inside_and_its_balances_are_those_of_the_trial_balance()
    {
        var inside = Extract(await OfYearAsync("a.zip"));
        var told = Path.Combine(folder, "balances.csv");
        PlainTextProgram.Run("hledger", "-f", Path.Combine(inside, "vouchers", "journal.hledger"), "balance", "--flat", "--no-total", "-o", told);
        var balances = WorkbookTests.Records(told).Skip(1)
            .ToDictionary(cells => cells[0].Split(':')[^1].Split(' ')[0], cells => decimal.Parse(cells[1].Replace(" CNY", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture));
        var records = WorkbookTests.Records(Path.Combine(inside, "ledgers", "2025", "trial-balance.csv"));
        var column = records[0].Select((name, i) => (name.Trim('\ufeff'), i)).ToDictionary();
        var leaves = records.Skip(1).Where(row => row[column["leaf"]] == "true").Select(row => (Account: row[column["account"]], Net: Fen(row[column["closingDebitFen"]]) - Fen(row[column["closingCreditFen"]]))).Where(row => row.Net != 0).ToList();
        leaves.Count.ShouldBeGreaterThan(10);
        balances.ShouldBe(leaves.ToDictionary(row => row.Account, row => row.Net / 100m), ignoreOrder: true);
    }

    [Fact]
    public async Task A_changed_byte_is_found_wherever_it_is()
    {
        var bytes = await File.ReadAllBytesAsync(await OfYearAsync("a.zip"));
        foreach (var path in (string[])["facts.jsonl", "vouchers/2025.csv", "contents.json", "SHA256SUMS", "README.txt"])
        {
            var changed = Rewritten(bytes, path, content =>
            {
                content[content.Length / 2] ^= 1;
                return content;
            });
            Found(changed).Faults.ShouldNotBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("ledgers/2025/general-ledger.csv", "missing")]
    [InlineData("ledgers/2025/new.csv", "added")]
    public async Task A_file_that_is_missing_or_added_is_named(string path, string fault)
    {
        var bytes = await File.ReadAllBytesAsync(await OfYearAsync("a.zip"));
        Found(Rewritten(bytes, path, content => fault == "missing" ? null : "x"u8.ToArray())).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Code.ShouldBe(fault), found => found.Path.ShouldBe(path));
    }

    [Fact]
    public async Task Sums_that_were_made_anew_over_a_changed_voucher_do_not_add_up()
    {
        var bytes = await File.ReadAllBytesAsync(await OfYearAsync("a.zip"));
        const string Path = "vouchers/2025.csv";
        var (before, after) = (Read(bytes, Path), Read(bytes, Path));
        // The first digit of an amount of 3,000.00 becomes a 4.
        var at = Encoding.UTF8.GetString(before).IndexOf(",300000,", StringComparison.Ordinal);
        after[Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(before)[..(at + 1)])] = (byte)'4';
        var forged = Rewritten(bytes, Path, _ => after);
        foreach (var index in (string[])["contents.json", "SHA256SUMS"])
        {
            forged = Rewritten(forged, index, content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(Hash(before), Hash(after), StringComparison.Ordinal)));
            if (index == "contents.json") forged = Rewritten(forged, "SHA256SUMS", content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(Hash(Read(bytes, "contents.json")), Hash(Read(forged, "contents.json")), StringComparison.Ordinal)));
        }

        Found(forged).Faults.Select(fault => fault.Code).Distinct().ShouldBe(["sums"]);
    }

    [Fact]
    public async Task A_village_of_a_venture_has_its_own_registers_the_ventures_and_nobody_elses()
    {
        var file = Path.Combine(folder, "a.zip");
        (await LedgerProgram.RunAsync(await JointVenture.DatabaseAsync(), "archive", "village/330110112201", "--output", file)).Exits(0);
        Found(file).Faults.ShouldBeEmpty();
        var streams = Encoding.UTF8.GetString(Read(await File.ReadAllBytesAsync(file), "facts.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("stream").GetString()!).Distinct().ToList();
        foreach (var own in (string[])["village/330110112201", "accounts/village/330110112201", "shares/330110112201", "venture/lianjian", "dividend/fh-2024", "rules"]) streams.ShouldContain(own);
        streams.ShouldAllBe(stream => !stream.Contains("330110112202", StringComparison.Ordinal) && !stream.Contains("book/company", StringComparison.Ordinal) && !stream.StartsWith("company/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attached_files_are_inside_by_their_content_and_missing_ones_are_named()
    {
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 收据");
        var database = await TwoVillages.CopyAsync();
        var scan = Path.Combine(folder, "scan.pdf");
        await File.WriteAllBytesAsync(scan, content);
        (await LedgerProgram.RunAsync(database, "attachment", "put", scan)).Exits(0);
        var lost = new string('0', 64);
        var request = $$"""{"request":"prepare-voucher","id":"with-files","by":"wang","book":"{{TwoVillages.A}}","date":"2026-01-05","summary":"=附件","lines":[{"account":"101","debitFen":100},{"account":"504","creditFen":100}],"attachmentCount":2,"attachments":[{"name":"scan.pdf","sha256":"{{Hash(content)}}"},{"name":"lost.pdf","sha256":"{{lost}}"}]}""";
        (await LedgerProgram.RunAsync(database, Encoding.UTF8.GetBytes(request), "do", "-")).Exits(0);
        var file = Path.Combine(folder, "a.zip");
        (await LedgerProgram.RunAsync(database, "archive", TwoVillages.A, "--output", file)).Exits(0);
        Found(file).Faults.ShouldBeEmpty();
        var bytes = await File.ReadAllBytesAsync(file);
        Read(bytes, $"attachments/{Hash(content)}.pdf").ShouldBe(content);
        Encoding.UTF8.GetString(Read(bytes, "contents.json")).ShouldContain($"attachments/{lost}");
    }

    [Fact]
    public async Task An_unknown_owner_and_a_folder_that_is_not_there_leave_nothing_behind()
    {
        var database = await VillageYear.DatabaseAsync();
        var kept = Path.Combine(folder, "kept.zip");
        await File.WriteAllTextAsync(kept, "kept");
        (await LedgerProgram.RunAsync(database, "archive", "village/339999999999", "--output", kept)).Exits(1).Trouble.ShouldContain("owner-unknown");
        (await LedgerProgram.RunAsync(database, "archive", VillageYear.Book.Address, "--output", Path.Combine(folder, "none", "a.zip"))).Exits(3);
        (await LedgerProgram.RunAsync(database, "archive", "check", kept)).Exits(1);
        (await File.ReadAllTextAsync(kept)).ShouldBe("kept");
        Directory.GetFileSystemEntries(folder).ShouldBe([kept]);
    }

    [Fact]
    public void The_page_names_every_part_and_every_fault()
    {
        Page.Rows(Page.Sections("ARCHIVE.md").Single(section => section.Heading == "Parts").Text).Select(row => Page.Plain(row[0])).Where(part => part != "part").ShouldBe(ArchivePart.All);
        Page.Rows(Page.Sections("ARCHIVE.md").Single(section => section.Heading == "Check").Text).Select(row => Page.Plain(row[0])).Where(fault => fault != "fault")
            .ShouldBe(Texts.Keys.Where(key => key.StartsWith("archive.fault.", StringComparison.Ordinal)).Select(key => key["archive.fault.".Length..]), ignoreOrder: true);
    }

    private async Task<string> OfYearAsync(string name)
    {
        var file = Path.Combine(folder, name);
        (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "archive", VillageYear.Book.Address, "--output", file)).Exits(0);
        return file;
    }

    private string Extract(string file)
    {
        var inside = Path.Combine(folder, "inside");
        ZipFile.ExtractToDirectory(file, inside);
        return inside;
    }

    private static ArchiveChecked Found(string file) => Found(File.ReadAllBytes(file));

    private static ArchiveChecked Found(byte[] bytes) => ArchiveCheck.Read(new MemoryStream(bytes));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static long Fen(string text) => text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Read(byte[] archive, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var stream = zip.GetEntry(path)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>An archive with one file changed, left out where nothing is given, or added where there was none.</summary>
    private static byte[] Rewritten(byte[] archive, string path, Func<byte[], byte[]?> change)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(new MemoryStream(archive)))
        using (var changed = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in zip.Entries.Select(entry => entry.FullName).Append(path).Distinct())
            {
                var content = zip.GetEntry(name) is null ? [] : Read(archive, name);
                if ((name == path ? change(content) : content) is not { } kept) continue;
                using var stream = changed.CreateEntry(name).Open();
                stream.Write(kept);
            }
        }

        return output.ToArray();
    }
}
