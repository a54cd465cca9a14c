using System.Globalization;

namespace VillageLedger.Web;

/// <summary>What a check of the operation log found.</summary>
/// <param name="Head">Number and hash of the newest row that is right, to be noted elsewhere: <c>812:9f…</c>.</param>
/// <param name="Fault">The text key of what is wrong; null where nothing is.</param>
/// <param name="At">The number of the row where it is wrong.</param>
internal sealed record OperationCheckResult(long Rows, string Head, string? Fault = null, long At = 0);

/// <summary>
/// Verifies the operation log: every row's hash and number, and the end against the heads that another role keeps. So it finds a row changed, left out, put in or cut off
/// by whoever has the rights of the log's owner. It cannot find what a superuser does who rewrites rows, hashes and heads together, unless a head noted elsewhere before is given; nor what was never written.
/// </summary>
internal sealed class OperationCheck(WebDatabase database)
{
    private const int RowsAtOnce = 10_000;

    /// <param name="noted">A head that an earlier check told.</param>
    /// <exception cref="FormatException"><paramref name="noted"/> is none.</exception>
    public async Task<OperationCheckResult> RunAsync(string? noted, CancellationToken cancellation = default)
    {
        // Heads first: rows that are added while the check runs have theirs then or later, never earlier.
        var heads = (await database.Source.Of("select number, hash from web_heads.head").RowsAsync(reader => (Number: reader.GetInt64(0), Hash: reader.GetFieldValue<byte[]>(1)), cancellation).ConfigureAwait(false))
            .ToLookup(head => head.Number, head => head.Hash);
        var expected = noted is null ? heads : heads.SelectMany(all => all.Select(hash => (Number: all.Key, Hash: hash))).Append(ParsedHead(noted)).ToLookup(head => head.Number, head => head.Hash);
        var (number, hash) = (0L, new byte[32]);
        for (var isMore = true; isMore;)
        {
            var rows = await database.Source.Of($"select {OperationChain.Columns} from web.operation where number > $1 order by number limit $2", number, RowsAtOnce).RowsAsync(OperationChain.Read, cancellation).ConfigureAwait(false);
            foreach (var row in rows)
            {
                if (row.Number != number + 1) return Found("missing", number + 1);
                if (!row.Operation.HashAfter(hash, row.Number).AsSpan().SequenceEqual(row.Hash)) return Found("changed", row.Number);
                if (expected[row.Number].Any(head => !head.AsSpan().SequenceEqual(row.Hash))) return Found("rewritten", row.Number);
                (number, hash) = (row.Number, row.Hash);
            }

            isMore = rows.Count == RowsAtOnce;
        }

        if (expected.Any(head => head.Key > number)) return Found("cut-off", number + 1);
        // Each group has its head: rows behind the last one were not written by the program.
        return number > 0 && await HasNoHeadAsync(number, cancellation).ConfigureAwait(false) ? Found("headless", number) : new(number, HeadOf(number, hash));

        OperationCheckResult Found(string fault, long at) => new(number, HeadOf(number, hash), "operations." + fault, at);
    }

    private async Task<bool> HasNoHeadAsync(long number, CancellationToken cancellation) =>
        (await database.Source.Of("select not exists (select from web_heads.head where number >= $1)", number).RowsAsync(reader => reader.GetBoolean(0), cancellation).ConfigureAwait(false))[0];

    private static (long Number, byte[] Hash) ParsedHead(string noted) =>
        noted.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (at, Convert.FromHexString(hash)) : throw new FormatException(noted);

    private static string HeadOf(long number, byte[] hash) => FormattableString.Invariant($"{number}:{Convert.ToHexStringLower(hash)}");
}
