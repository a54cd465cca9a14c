using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VillageLedger.Reports;

/// <summary>A voucher that holds what was looked for.</summary>
/// <param name="AmountFen">The sum of its debits.</param>
public sealed record FoundVoucher(Owner Owner, Month Month, VoucherId Voucher, DateOnly Date, string Summary, long AmountFen);

/// <summary>Vouchers of many books by a word: of a summary, a number of another program, a project or contract, the name of an organisation that a line names, or an amount in yuan.</summary>
public static class FoundVouchers
{
    /// <summary>Months of books that are looked through in one statement.</summary>
    private const int MonthsAtOnce = 60;

    private const int MostParties = 20;

    private static readonly string[] Types = ["voucher-prepared.1", "voucher-amended.1", "voucher-posted.1"];

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="books">In the order in which they are looked through.</param>
    /// <param name="most">So many are enough.</param>
    /// <param name="patience">Looking ends after it, whatever is left.</param>
    /// <returns>Those that were found, the newest of a month first, and whether there may be more.</returns>
    public static async Task<(IReadOnlyList<FoundVoucher> Vouchers, bool IsMore)> FindAsync(
        ReadModels models, long position, IEnumerable<(Owner Owner, Month Month)> books, string text, int most, TimeSpan patience, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentException.ThrowIfNullOrEmpty(text);
        var began = Stopwatch.GetTimestamp();
        var wanted = new Wanted(text, Money.TryParse(text, out var amount) && amount.Fen != 0 ? Math.Abs(amount.Fen) : null, await PartiesAsync(models, position, text, cancellation).ConfigureAwait(false));
        var found = new List<FoundVoucher>();
        foreach (var months in books.Chunk(MonthsAtOnce))
        {
            if (found.Count > most || Stopwatch.GetElapsedTime(began) > patience) return ([.. found.Take(most)], true);
            var byStream = months.ToDictionary(month => Streams.Book(month.Owner, month.Month), StringComparer.Ordinal);
            foreach (var stream in await models.Facts.StreamsHoldingAsync([.. byStream.Keys], Types, wanted.Patterns, position, cancellation).ConfigureAwait(false))
            {
                var (owner, month) = byStream[stream];
                var vouchers = await BookVouchers.ReadAsync(models.Facts, position, owner, [month], cancellation).ConfigureAwait(false);
                found.AddRange(vouchers.Reverse().Where(wanted.IsMetBy).Select(one => new FoundVoucher(owner, month, one.Voucher, one.Content.Date, one.Content.Summary, one.AmountFen)));
                if (found.Count > most) break;
            }
        }

        return ([.. found.Take(most)], found.Count > most);
    }

    /// <summary>Organisations by their names; natural persons have none here.</summary>
    private static async Task<HashSet<string>> PartiesAsync(ReadModels models, long position, string text, CancellationToken cancellation)
    {
        await models.CatchUpAsync(HoldingsProjection.Schema, position, cancellation).ConfigureAwait(false);
        return [.. await SqlRows.ReadAsync(
            models.Readers, "select distinct address from holdings_1.name where position <= $1 and name ilike $2 limit $3", reader => reader.GetString(0), cancellation, position, Pattern(text), MostParties).ConfigureAwait(false)];
    }

    /// <summary>As a pattern of the database: what it takes for a sign of its own stands for itself.</summary>
    private static string Pattern(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private sealed record Wanted(string Text, long? Fen, HashSet<string> Parties)
    {
        /// <summary>What the stored JSON holds of it; what meets them by chance is looked at once more.</summary>
        public IReadOnlyList<string> Patterns { get; } =
        [
            Pattern(JsonSerializer.Serialize(Text, Writing)[1..^1]), .. Parties.Select(party => Pattern($"\"{party}\"")), .. Fen is { } fen ? (string[])[Pattern($"Fen\": {fen}"), Pattern($"Fen\": -{fen}")] : [],
        ];

        public bool IsMetBy(VoucherHistory voucher)
        {
            var content = voucher.Content;
            return voucher.Stage != VoucherStage.Discarded && (Has(content.Summary) || Has(content.SourceNumber) || content.Lines.Any(line =>
                Has(line.Summary) || Has(line.Project) || Has(line.Contract) || (line.Party is { } party && Parties.Contains(party.Address)) || Math.Abs(line.Debit + line.Credit) == Fen));
        }

        private bool Has(string? value) => value?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true;
    }
}
