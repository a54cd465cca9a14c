using System.Text;
using System.Text.RegularExpressions;

namespace VillageLedger.Requests;

/// <summary>One row of a bank's file of results.</summary>
internal sealed partial class PaymentRow(Headings headings, SheetRow row, List<Refusal> faults) : TableRow(headings, row, faults)
{
    private const int MaxReference = 64;
    private const int MaxReason = 100;

    public bool IsTotal => Cell(Column.Holder).IsBlank && IsTotalWord(First) || IsTotalWord(Cell(Column.Holder));

    /// <summary>What the row says; null when one of its cells is refused.</summary>
    public ReportedPayment? Read()
    {
        var succeeded = Result();
        var holder = Holder();
        var amount = PaidAmount();
        var account = Account(succeeded == true);
        var reference = succeeded == true && Needed(Column.Reference) is null ? null : OptionalText(Column.Reference, MaxReference);
        var reason = OptionalText(Column.Reason, MaxReason);
        return Failed ? null : new(Number, new(holder, amount, account ?? "", reference ?? ""), succeeded == true, reason);
    }

    /// <summary>An address; what has no kind is a member, since a bank's list of members has their ids only.</summary>
    private Holder Holder()
    {
        if (Needed(Column.Holder) is not { } cell) return default;
        var text = cell.Text.Normalize(NormalizationForm.FormKC);
        if (VillageLedger.Holder.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : Streams.Member(text), out var holder)) return holder;
        Refuse(Column.Holder, RefusalCode.ImportPartyInvalid);
        return default;
    }

    private long PaidAmount()
    {
        if (Needed(Column.Amount) is null || Amount(Column.Amount) is not { } fen) return 0;
        if (fen == 0) Refuse(Column.Amount, RefusalCode.ImportAmountZero);
        else if (fen < 0) Refuse(Column.Amount, RefusalCode.ImportAmountNegative);
        return fen;
    }

    private string? Account(bool isNeeded)
    {
        var cell = isNeeded ? Needed(Column.BankAccount) : Usable(Column.BankAccount);
        if (cell is not { IsBlank: false } given) return null;
        var account = given.Text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        // A spreadsheet that took it for a number has lost its last digits.
        if (AccountNumber().IsMatch(account) && given.Number is not >= 1e15) return account;
        Refuse(Column.BankAccount, RefusalCode.ImportBankAccountInvalid);
        return null;
    }

    private bool? Result()
    {
        if (Needed(Column.Result) is not { } cell) return null;
        switch (cell.Text.ToUpperInvariant())
        {
            case "成功" or "SUCCESS" or "交易成功":
                return true;
            case "失败" or "FAILED" or "交易失败":
                return false;
            default:
                Refuse(Column.Result, RefusalCode.ImportResultInvalid);
                return null;
        }
    }

    [GeneratedRegex("^[0-9A-Za-z-]{4,64}$")]
    private static partial Regex AccountNumber();
}
