using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 新旧衔接: how a book was carried over to another standard, as known at a position: the balance list of the old books, and what each balance became in the new ones, line by line, with both totals.
/// </summary>
public static class ConversionReport
{
    public const string Name = "conversion";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("party", CellKind.Text, OnlyIfFilled: true), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen),
        new("toAccount", CellKind.Text), new("toName", CellKind.Text), new("toParty", CellKind.Text, OnlyIfFilled: true), new("toDebitFen", CellKind.Fen), new("toCreditFen", CellKind.Fen),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var (accounts, rules) = await new WorldAt(models, at.Position).AskAsync(world => (world.Accounts(owner), world.Rules), cancellation).ConfigureAwait(false);
        if (!accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        if (accounts.Eras.LastOrDefault(era => era.Conversion is not null) is not { Conversion: { } converted, Earlier: { } old } era) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportNothingConverted, ("book", owner)));
        var (oldChart, newChart) = (rules.Chart(converted.From)!, rules.Chart(converted.To)!);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var balance in converted.Lines.GroupBy(line => (line.Account, line.Party)))
        {
            var fen = balance.Sum(line => line.Fen);
            foreach (var (i, line) in balance.Index())
                rows.Add(
                [
                    line.Account.Value, old.NameOf(oldChart, line.Account), line.Party?.Address, i == 0 ? Math.Max(fen, 0) : 0L, i == 0 ? Math.Max(-fen, 0) : 0L,
                    line.ToAccount.Value, era.NameOf(newChart, line.ToAccount), line.ToParty?.Address, line.DebitFen ?? 0, line.CreditFen ?? 0,
                ]);
        }

        return new(Name, at, Columns, rows, ["", "", null, Sum(3), Sum(4), "", "", null, Sum(8), Sum(9)])
        {
            Subject = $"{owner} · {converted.From} → {converted.To} · {converted.Month}",
            Notes = [NoteOf(converted, era, language)],
        };

        long Sum(int column) => rows.Sum(row => (long)row[column]!);
    }

    /// <summary>Whether what the old books closed with is what the new ones opened with, and both balance.</summary>
    private static string NoteOf(BookConverted converted, Accounts era, Language language)
    {
        var (debit, credit) = (era.Opening.Sum(line => line.DebitFen ?? 0), era.Opening.Sum(line => line.CreditFen ?? 0));
        return Texts.Of(
            "report.conversion.proof", language, ("count", converted.Lines.GroupBy(line => (line.Account, line.Party)).Count()), ("month", converted.Month), ("debit", new Money(debit)), ("credit", new Money(credit)));
    }
}
