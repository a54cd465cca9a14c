using System.Security.Cryptography;
using System.Text;
using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger attachment</c>: files in, out, and checked.</summary>
public sealed class AttachmentTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("%PDF-1.7 收据");

    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-attachment-").FullName;

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_stored_once_fetched_and_checked()
    {
        var database = await TestLedger.NewDatabaseAsync();
        var file = FileOf("a.pdf", Content);
        (await LedgerProgram.RunAsync(database, "attachment", "put", file, "--lang", "en")).Exits(0).Text.ShouldBe($"Stored: a.pdf (pdf, {Content.Length} bytes) {Hash}\n");
        var again = (await LedgerProgram.RunAsync(database, "attachment", "put", file, "--sha256", Hash, "--json")).Exits(0).Json;
        (again.GetProperty("outcome").GetString(), again.GetProperty("sha256").GetString()).ShouldBe(("already-done", Hash));
        (await LedgerProgram.RunAsync(database, "attachment", "get", Hash)).Exits(0).Output.ShouldBe(Content);
        var copy = Path.Combine(folder, "copy.pdf");
        (await LedgerProgram.RunAsync(database, "attachment", "get", Hash, "--out", copy)).Exits(0);
        (await File.ReadAllBytesAsync(copy)).ShouldBe(Content);
        (await LedgerProgram.RunAsync(database, "attachment", "check", "--lang", "en")).Exits(0).Text.ShouldBe("Checked 1 attachments: 0 damaged, 0 not stored.\n");
    }

    [Fact]
    public async Task What_is_not_a_file_to_be_kept_is_refused_and_the_others_are_stored()
    {
        var database = await TestLedger.NewDatabaseAsync();
        var (good, bad, large) = (FileOf("a.pdf", Content), FileOf("b.exe", "MZ"u8.ToArray()), FileOf("c.pdf", []));
        await using (var stream = File.OpenWrite(large)) stream.SetLength(20 * 1024 * 1024 + 1);
        var ran = (await LedgerProgram.RunAsync(database, "attachment", "put", bad, large, good, "--lang", "en")).Exits(1);
        ran.Text.ShouldContain("file-type-unknown: ");
        ran.Text.ShouldContain("file-too-large: ");
        ran.Text.ShouldContain("Stored: a.pdf");
        (await LedgerProgram.RunAsync(database, "attachment", "put", good, "--sha256", new string('0', 64), "--lang", "en")).Exits(1).Text.ShouldStartWith("file-hash-differs: ");
        (await LedgerProgram.RunAsync(database, "attachment", "put", good, bad, "--sha256", Hash)).Exits(2);
        (await LedgerProgram.RunAsync(database, "attachment", "get", "abc")).Exits(2);
        (await LedgerProgram.RunAsync(database, "attachment", "get", new string('0', 64))).Exits(1);
        (await LedgerProgram.RunAsync(database, "attachment", "put", Path.Combine(folder, "none.pdf"))).Exits(3);
    }

    [Fact]
    public async Task A_changed_file_is_trouble_and_is_not_given_out()
    {
        var database = await TestLedger.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "attachment", "put", FileOf("a.pdf", Content))).Exits(0);
        await using (var ledger = await TestLedger.OpenAsync(database)) await ledger.QueryAsync<int>("update attachments.piece set bytes = 'x' returning 1");
        var ran = (await LedgerProgram.RunAsync(database, "attachment", "get", Hash)).Exits(3);
        ran.Output.ShouldBeEmpty();
        ran.Trouble.ShouldContain(Hash);
        (await LedgerProgram.RunAsync(database, "attachment", "check", "--json")).Exits(3).Json.GetProperty("damaged")[0].GetString().ShouldBe(Hash);
    }

    [Fact]
    public async Task What_facts_name_and_is_not_stored_is_listed()
    {
        var check = (await LedgerProgram.RunAsync(await VillageClaims.DatabaseAsync(), "attachment", "check", "--json")).Exits(1).Json;
        check.GetProperty("missing")[0].GetString().ShouldBe("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }

    private string FileOf(string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, content);
        return file;
    }
}
