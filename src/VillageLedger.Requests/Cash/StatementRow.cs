using System.Text;

namespace VillageLedger.Requests;

/// <summary>One row of a bank's statement. What has no meaning here is left out before it is looked at: it names other people, and no message may quote it.</summary>
internal sealed class StatementRow(Headings headings, SheetRow row, List<Refusal> faults)
    : TableRow(headings, row with { Cells = [.. row.Cells.Select((cell, place) => headings.MeaningOf(place) is null ? Requests.Cell.Blank : cell)] }, faults)
{
    private readonly SheetRow whole = row;

    /// <summary>合计 and the like below the lines, and what says 期初余额 without an amount.</summary>
    public bool IsTotal => whole.Cells.FirstOrDefault(cell => !cell.IsBlank) is var first && IsTotalWord(first);

    /// <summary>What the row says; null when one of its cells is refused.</summary>
    public StatementLine? Read()
    {
        var date = Day();
        var fen = Headings.Has(Column.Amount) && !(Headings.Has(Column.In) && Headings.Has(Column.Out)) ? SignedAmount() : InOrOut();
        var balance = Amount(Column.Balance);
        var reference = OptionalText(Column.Reference, RecordStatement.MaxReference)?.Normalize(NormalizationForm.FormKC);
        // A number that looks like a person's is left out: it would be kept for ever.
        if (reference is not null && PersonalNumbers.LooksLike(reference)) reference = null;
        return Failed ? null : new StatementLine(date, fen, balance, reference);
    }

    /// <summary>The day, whatever time stands behind it.</summary>
    private DateOnly Day()
    {
        if (Needed(Column.Date) is not { } cell) return default;
        if (cell.Date is { Year: >= 1900 } given) return DateOnly.FromDateTime(given);
        var text = cell.Text.Split(' ', 'T')[0];
        // 20250115132211, as some banks write it.
        if (text.Length == 14 && text.All(char.IsAsciiDigit)) text = text[..8];
        if (CellValues.TryDate(Requests.Cell.Of(text), out var date)) return date;
        Refuse(Column.Date, RefusalCode.ImportDateInvalid);
        return default;
    }

    /// <summary>Exactly one of the two; a zero or blank on the other side counts as none. A negative amount was taken back by the bank (冲正).</summary>
    private long InOrOut()
    {
        var (came, went) = (Amount(Column.In), Amount(Column.Out));
        if (IsRefused(Column.In) || IsRefused(Column.Out)) return 0;
        switch (came ?? 0, went ?? 0)
        {
            case (0, 0):
                Refuse(Column.In, RefusalCode.ImportSideMissing, ("other", Headings.NameOf(Column.Out)));
                return 0;
            case (not 0, not 0):
                Refuse(Column.In, RefusalCode.ImportSideTwice, ("other", Headings.NameOf(Column.Out)), ("otherValue", Cell(Column.Out).Shown));
                return 0;
            default:
                return (came ?? 0) - (went ?? 0);
        }
    }

    private long SignedAmount()
    {
        if (Needed(Column.Amount) is null || Amount(Column.Amount) is not { } fen) return 0;
        if (fen == 0) Refuse(Column.Amount, RefusalCode.ImportAmountZero);
        if (!Headings.Has(Column.Direction)) return fen;
        if (Needed(Column.Direction) is not { } direction) return 0;
        switch (direction.Text.ToUpperInvariant())
        {
            case "贷" or "贷方" or "收" or "收入" or "C" or "CR" or "IN" or "+":
                return fen;
            case "借" or "借方" or "支" or "支出" or "付" or "D" or "DR" or "OUT" or "-":
                // Some banks write what went out as negative, and say so once more.
                return -Math.Abs(fen);
            default:
                Refuse(Column.Direction, RefusalCode.ImportDirectionInvalid);
                return 0;
        }
    }
}
