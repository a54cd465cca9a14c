using System.CommandLine;
using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger archive OWNER --output FILE</c> and <c>./ledger archive check FILE</c>: an owner's books, complete and in open formats.</summary>
internal static class ArchiveCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var clocks = new ClockOptions(words);
        var whose = new Argument<string>("OWNER") { Description = words["cli.archive.owner"] };
        var output = new Option<string>("--output") { Description = words["cli.archive.output"], Required = true, HelpName = "FILE" };
        var names = ReportOptions.Names(words);
        var archive = new Command("archive", words["cli.archive"]) { whose, output, names };
        foreach (var option in clocks.Position) archive.Options.Add(option);
        archive.SetAction(async (parsed, cancellation) =>
        {
            clocks.Check(parsed);
            var owner = ReportOptions.OwnerOf(words, parsed.GetValue(whose)!);
            var file = parsed.GetValue(output)!;
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            var at = await clocks.MomentAsync(parsed, open.Log, cancellation).ConfigureAwait(false);
            await using var store = new AttachmentStore(open.Log);
            var archived = new OwnerArchive(words, open, store, sha256 => Console.Error.WriteLine(words["cli.attachment.damaged", ("sha256", sha256)]));
            var (made, hash) = (new ArchiveMade(0, 0, 0), "");
            await WholeFile.WriteAsync(
                file,
                async stream => (made, hash) = await Progress.RunAsync(words["cli.archive.making", ("owner", owner)], _ => archived.WriteAsync(at, owner, parsed.GetValue(names), stream, cancellation)).ConfigureAwait(false),
                cancellation).ConfigureAwait(false);
            Console.WriteLine(parsed.GetValue(session.Json)
                ? JsonText.Of(json => WriteMade(json, owner, file, made, hash))
                : words["cli.archive.made", ("file", file), ("files", made.Files), ("position", made.Position), ("leftOut", made.LeftOut), ("sha256", hash)]);
            return ExitCode.Done;
        });
        archive.Subcommands.Add(Check(words, session));
        return archive;
    }

    private static Command Check(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.archive.file"] };
        var check = new Command("check", words["cli.archive.check"]) { file };
        check.SetAction(parsed =>
        {
            using var stream = File.OpenRead(parsed.GetValue(file)!);
            var found = ArchiveCheck.Read(stream);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonText.Of(json => WriteChecked(json, found, words.Language)));
            else
            {
                foreach (var fault in found.Faults) Console.WriteLine(fault.Message(words.Language));
                Console.WriteLine(found.Faults.Count > 0
                    ? words["cli.archive.faulty", ("faults", found.Faults.Count)]
                    : words["cli.archive.sound", ("owner", found.Owner), ("position", found.Position), ("files", found.Files), ("vouchers", found.Vouchers)]);
            }

            return found.Faults.Count > 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return check;
    }

    private static void WriteMade(Utf8JsonWriter json, Owner owner, string file, ArchiveMade made, string hash)
    {
        json.WriteString("owner", owner.Address);
        json.WriteString("file", file);
        json.WriteNumber("position", made.Position);
        json.WriteNumber("files", made.Files);
        json.WriteNumber("leftOut", made.LeftOut);
        json.WriteString("sha256", hash);
    }

    private static void WriteChecked(Utf8JsonWriter json, ArchiveChecked found, Language language)
    {
        json.WriteString("outcome", found.Faults.Count > 0 ? "faulty" : "sound");
        if (found.Owner is { } owner)
        {
            json.WriteString("owner", owner);
            json.WriteNumber("position", found.Position);
        }

        json.WriteNumber("files", found.Files);
        json.WriteNumber("vouchers", found.Vouchers);
        json.WriteStartArray("faults");
        foreach (var fault in found.Faults)
        {
            json.WriteStartObject();
            json.WriteString("code", fault.Code);
            json.WriteString("path", fault.Path);
            json.WriteString("message", fault.Message(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
