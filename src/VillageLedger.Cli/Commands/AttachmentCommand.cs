using System.CommandLine;
using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger attachment put|get|check</c>: the bytes of the files that claims and vouchers name by their SHA-256.</summary>
internal static class AttachmentCommand
{
    public static Command Of(Words words, SessionOptions session) => new("attachment", words["cli.attachment"]) { Put(words, session), Get(words, session), Check(words, session) };

    private static Command Put(Words words, SessionOptions session)
    {
        var files = new Argument<string[]>("FILE") { Description = words["cli.attachment.files"], Arity = ArgumentArity.OneOrMore };
        var expected = new Option<string?>("--sha256") { Description = words["cli.attachment.sha256"], HelpName = "HEX" };
        var put = new Command("put", words["cli.attachment.put"]) { files, expected };
        put.SetAction(async (parsed, cancellation) =>
        {
            var names = parsed.GetValue(files)!;
            var hash = parsed.GetValue(expected) is { } given ? HashOf(words, given) : null;
            if (hash is not null && names.Length > 1) throw new UsageException(words["cli.attachment.one-hash"]);
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            await using var store = new AttachmentStore(open.Log);
            var refused = false;
            foreach (var name in names)
            {
                var shown = Path.GetFileName(name);
                var put = AttachmentStore.CheckSize(shown, new FileInfo(name).Length) is { } tooLarge
                    ? new(null, false, tooLarge)
                    : await store.PutAsync(shown, await File.ReadAllBytesAsync(name, cancellation).ConfigureAwait(false), hash, cancellation).ConfigureAwait(false);
                refused |= put.Refusal is not null;
                Console.WriteLine(parsed.GetValue(session.Json) ? JsonOf(shown, put, words.Language) : TextOf(words, shown, put));
            }

            return refused ? ExitCode.Refused : ExitCode.Done;
        });
        return put;
    }

    private static Command Get(Words words, SessionOptions session)
    {
        var hash = new Argument<string>("SHA256") { Description = words["cli.attachment.hash"] };
        var target = new Option<string?>("--out") { Description = words["cli.attachment.out"], HelpName = "FILE" };
        var get = new Command("get", words["cli.attachment.get"]) { hash, target };
        get.SetAction(async (parsed, cancellation) =>
        {
            var sha256 = HashOf(words, parsed.GetValue(hash)!);
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            await using var store = new AttachmentStore(open.Log);
            if (await store.GetAsync(sha256, cancellation).ConfigureAwait(false) is not { } content)
            {
                var refusal = Refusal.Of(RefusalCode.FileUnknown, ("sha256", sha256));
                await Console.Error.WriteLineAsync($"{refusal.StableCode}: {refusal.Message(words.Language)}").ConfigureAwait(false);
                return ExitCode.Refused;
            }

            if (parsed.GetValue(target) is { } file) await File.WriteAllBytesAsync(file, content, cancellation).ConfigureAwait(false);
            else
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(content, cancellation).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return get;
    }

    private static Command Check(Words words, SessionOptions session)
    {
        var check = new Command("check", words["cli.attachment.check"]);
        check.SetAction(async (parsed, cancellation) =>
        {
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            await using var store = new AttachmentStore(open.Log);
            var found = await Progress.RunAsync(words["cli.attachment.checking"], _ => store.CheckAsync(cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonOf(found));
            else
            {
                foreach (var sha256 in found.Damaged) Console.WriteLine(words["cli.attachment.damaged", ("sha256", sha256)]);
                foreach (var sha256 in found.Missing) Console.WriteLine(words["cli.attachment.missing", ("sha256", sha256)]);
                Console.WriteLine(words["cli.attachment.checked", ("stored", found.Stored), ("damaged", found.Damaged.Count), ("missing", found.Missing.Count)]);
            }

            return found.Damaged.Count > 0 ? ExitCode.Trouble : found.Missing.Count > 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return check;
    }

    private static string HashOf(Words words, string text)
    {
        var hash = text.ToLowerInvariant();
        return hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? hash : throw new UsageException(words["cli.attachment.hash-invalid", ("value", text)]);
    }

    private static string TextOf(Words words, string file, PutAttachment put) => put switch
    {
        { Refusal: { } refusal } => $"{refusal.StableCode}: {refusal.Message(words.Language)}",
        { Stored: { } stored } => words[put.WasThere ? "cli.attachment.was-there" : "cli.attachment.stored", ("file", file), ("type", stored.Type), ("bytes", stored.Bytes), ("sha256", stored.Sha256)],
        _ => throw new InvalidOperationException("A file is stored or refused."),
    };

    private static string JsonOf(string file, PutAttachment put, Language language) => JsonText.Of(json =>
    {
        json.WriteString("file", file);
        json.WriteString("outcome", put.Refusal is not null ? "refused" : put.WasThere ? "already-done" : "done");
        if (put.Refusal is { } refusal)
        {
            json.WriteString("code", refusal.StableCode);
            json.WriteString("message", refusal.Message(language));
        }

        if (put.Stored is not { } stored) return;
        json.WriteString("sha256", stored.Sha256);
        json.WriteString("type", stored.Type);
        json.WriteNumber("bytes", stored.Bytes);
    });

    private static string JsonOf(AttachmentCheck found) => JsonText.Of(json =>
    {
        json.WriteNumber("stored", found.Stored);
        foreach (var (name, hashes) in new[] { ("damaged", found.Damaged), ("missing", found.Missing) })
        {
            json.WriteStartArray(name);
            foreach (var sha256 in hashes) json.WriteStringValue(sha256);
            json.WriteEndArray();
        }
    });
}
