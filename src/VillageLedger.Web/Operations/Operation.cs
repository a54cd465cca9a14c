using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Something that a user did or read.</summary>
internal sealed record Operation
{
    private const int MaxText = 200;
    private const int MaxContent = 4_000;
    /// <summary>To the microsecond, as the database keeps it.</summary>
    public required DateTimeOffset At { get; init => field = new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero); }

    public required string User { get; init; }

    /// <summary>The handle of his session.</summary>
    public string Session { get; init; } = "";

    public string Address { get; init => field = Clean(value, MaxText); } = "";

    /// <summary>Of HTTP; <c>COMMAND</c> at the command line.</summary>
    public required string Method { get; init => field = Clean(value, MaxText); }

    /// <summary>The name of a request or report, else the address.</summary>
    public required string Action { get; init => field = Clean(value, MaxText); }

    /// <summary>Whose books, or which voucher, claim, user.</summary>
    public string Target { get; init => field = Clean(value, MaxText); } = "";

    /// <summary>Options and fields, without what is personal.</summary>
    public string Content { get; init => field = Clean(value, MaxContent); } = "";

    /// <summary><c>done</c>, or the code of the problem.</summary>
    public required string Outcome { get; init => field = Clean(value, MaxText); }

    public required int Status { get; init; }

    /// <summary>Of the newest fact that it added.</summary>
    public long? Position { get; init; }

    /// <summary>SHA-256 over the hash of the row before, 32 zero bytes for the first, and this row as JSON: its members in alphabetical order, no space between.</summary>
    public byte[] HashAfter(byte[] previous, long number)
    {
        using var bytes = new MemoryStream();
        bytes.Write(previous);
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Writing))
        {
            json.WriteStartObject();
            json.WriteString("action", Action);
            json.WriteString("address", Address);
            json.WriteString("at", ReportTime.Format(At));
            json.WriteString("content", Content);
            json.WriteString("method", Method);
            json.WriteNumber("number", number);
            json.WriteString("outcome", Outcome);
            if (Position is { } position) json.WriteNumber("position", position);
            json.WriteString("session", Session);
            json.WriteNumber("status", Status);
            json.WriteString("target", Target);
            json.WriteString("user", User);
            json.WriteEndObject();
        }

        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>What a database can keep: no NUL, no half of a pair, not without end.</summary>
    private static string Clean(string text, int max)
    {
        var cut = text.Length > max ? text[..(max - 1)] + "…" : text;
        var clean = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes()) clean.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}

/// <summary>An operation as it lies in the log.</summary>
internal sealed record LoggedOperation(long Number, Operation Operation, byte[] Hash);
