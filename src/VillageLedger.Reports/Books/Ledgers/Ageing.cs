namespace VillageLedger.Reports;

/// <summary>
/// 账龄: how long a balance has stood, first in first out: what was paid goes against the oldest that was owed, so the balance is what was owed last. A red line takes back
/// the line of the voucher that it reverses, not the oldest one. What the book began with ages from the day before it, the earliest day that is known of it.
/// </summary>
internal static class Ageing
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("days90Fen", CellKind.Fen), new("days180Fen", CellKind.Fen), new("days365Fen", CellKind.Fen), new("years2Fen", CellKind.Fen), new("years3Fen", CellKind.Fen), new("olderFen", CellKind.Fen),
    ];

    /// <summary>The last day of each band but the oldest; a year has 365 days.</summary>
    private static readonly int[] Days = [90, 180, 365, 730, 1_095];

    /// <summary>The closing balance, without its side, by bands; they sum to it.</summary>
    public static long[] Of(PartyAccount account, DateOnly on, DateOnly opened)
    {
        var bands = new long[Columns.Count];
        var sign = account.Closing.Debit > 0 ? 1 : -1;
        var left = account.Closing.Debit + account.Closing.Credit;
        if (left == 0) return bands;
        var owed = OwedOf(account, sign, opened);
        foreach (var (date, fen) in owed.AsEnumerable().Reverse())
        {
            var part = Math.Min(left, fen);
            bands[BandOf(on, date)] += part;
            left -= part;
        }

        // Red payments that reverse none are owed again, nobody knows since when: as old as the oldest line.
        if (left > 0) bands[BandOf(on, owed.Count > 0 ? owed[0].Date : opened)] += left;
        return bands;
    }

    /// <summary>What the balance grew by, in the order of dates; never less than 0.</summary>
    private static List<(DateOnly Date, long Fen)> OwedOf(PartyAccount account, int sign, DateOnly opened)
    {
        var owed = new List<(DateOnly Date, long Fen)>();
        var of = new Dictionary<VoucherId, List<int>>();
        if (sign * account.OpenedNet > 0) owed.Add((opened, Math.Abs(account.OpenedNet)));
        foreach (var line in account.Lines)
        {
            var fen = sign > 0 ? line.Line.Debit : line.Line.Credit;
            if (fen > 0)
            {
                if (!of.TryGetValue(line.Fact.Voucher, out var items)) of.Add(line.Fact.Voucher, items = []);
                items.Add(owed.Count);
                owed.Add((line.Fact.Date, fen));
            }
            else if (fen < 0 && line.Fact.Reverses is { } reversed && of.TryGetValue(reversed, out var taken) && taken.FindIndex(item => owed[item].Fen == -fen) is >= 0 and var found)
            {
                owed[taken[found]] = (owed[taken[found]].Date, 0);
            }
        }

        return owed;
    }

    private static int BandOf(DateOnly on, DateOnly date) => Days.Count(last => on.DayNumber - date.DayNumber > last);
}
