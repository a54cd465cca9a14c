using System.Text;
using System.Text.RegularExpressions;

namespace VillageLedger.Requests;

/// <summary>One row of a file, read as a line of a voucher. Every fault is kept with its row and column; a cell has at most one.</summary>
internal sealed partial class VoucherRow : TableRow
{
    /// <summary>As long as requests allow (<see cref="Fields.Text"/>): 200 characters.</summary>
    private const int MaxSummary = 200;
    private const int MaxType = 4;
    private const int MaxNumber = 40;
    private const int MaxPerson = 64;
    private const int MaxAttachments = 9_999;

    private static readonly Column[] Key = [Column.Date, Column.Type, Column.Number];
    private static readonly string[] Yuan = ["", "RMB", "CNY", "人民币", "人民币元", "本位币"];

    private static readonly (Column Class, Column Object)[] Slots = [(Column.Class, Column.Party), (Column.Class2, Column.Object2), (Column.Class3, Column.Object3), (Column.Class4, Column.Object4)];

    private readonly ObjectMap objects;

    public VoucherRow(Headings headings, SheetRow row, List<Refusal> faults, ObjectMap objects)
        : base(headings, row, faults) => this.objects = objects;

    /// <summary>Exports write date, 凭证字 and 凭证号 only in a voucher's first row.</summary>
    public bool ContinuesVoucher => Key.All(column => Cell(column).IsBlank);

    /// <summary>合计, 小计 and the like under a voucher, a page or the table: no account, and the word in front.</summary>
    public bool IsTotal => Cell(Column.Account).IsBlank && (IsTotalWord(Cell(Column.Summary)) || IsTotalWord(First));

    /// <summary>Date, 凭证字 and 凭证号; null when one of them is refused.</summary>
    public (DateOnly Date, string Type, string Number)? Voucher()
    {
        var date = Needed(Column.Date);
        var type = OptionalText(Column.Type, MaxType);
        var number = Needed(Column.Number) is null ? null : OptionalText(Column.Number, MaxNumber)?.Normalize(NormalizationForm.FormKC);
        DateOnly day = default;
        if (date is { } cell && !CellValues.TryDate(cell, out day)) Refuse(Column.Date, RefusalCode.ImportDateInvalid);
        if (Key.Any(IsRefused) || number is null) return null;
        var match = TypeAndNumber().Match(number);
        if (!match.Success || (type is not null && match.Groups["type"].Value != type)) return (day, type ?? "记", number);
        return (day, match.Groups["type"].Value, match.Groups["number"].Value);
    }

    public string? Summary() => OptionalText(Column.Summary, MaxSummary);

    public string? Person(Column column) => OptionalText(column, MaxPerson);

    public int? AttachmentCount()
    {
        if (Usable(Column.AttachmentCount) is not { IsBlank: false } cell) return null;
        if (int.TryParse(cell.Text.Normalize(NormalizationForm.FormKC).TrimEnd('张', ' '), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count <= MaxAttachments) return count;
        Refuse(Column.AttachmentCount, RefusalCode.ImportCountInvalid, ("limit", MaxAttachments));
        return null;
    }

    /// <summary>Account, side, amount and party; null when one of them is refused.</summary>
    public VoucherLine? Line()
    {
        var account = Account();
        var (party, project) = Objects();
        var (debit, credit) = Headings.HasSides ? Sides() : SideAndAmount();
        return Failed ? null : new VoucherLine(account, debit, credit, Party: party, Project: project);
    }

    private AccountCode Account()
    {
        if (Needed(Column.Account) is not { } cell) return default;
        if (!CellValues.TryAccount(cell, out var account)) Refuse(Column.Account, RefusalCode.ImportAccountInvalid, ("limit", AccountCode.MaxLength));
        return account;
    }

    /// <summary>The party and the project of a line; 金蝶 writes up to eight objects, each with its class, of which four are read.</summary>
    private (Holder? Party, string? Project) Objects()
    {
        Holder? party = null;
        string? project = null;
        foreach (var (category, column) in Slots)
        {
            if (Usable(column) is not { IsBlank: false } cell) continue;
            var found = objects.Find(Cell(category).Text, cell.Text);
            if (found is null) Refuse(column, RefusalCode.ImportPartyInvalid);
            else if ((found.Party is not null && party is not null) || (found.Project is not null && project is not null)) Refuse(column, RefusalCode.ImportObjectTwice);
            else (party, project) = (found.Party ?? party, found.Project ?? project);
        }

        return (party, project);
    }

    /// <summary>Exactly one of two amounts; a zero on the other side counts as none, a blank is never a zero.</summary>
    private (long? Debit, long? Credit) Sides()
    {
        var debit = Amount(Column.Debit);
        var credit = Amount(Column.Credit);
        if (IsRefused(Column.Debit) || IsRefused(Column.Credit)) return default;
        switch (debit, credit)
        {
            case (null, null):
                Refuse(Column.Debit, RefusalCode.ImportSideMissing, ("other", Headings.NameOf(Column.Credit)));
                return default;
            case (not null and not 0, not null and not 0):
                Refuse(Column.Debit, RefusalCode.ImportSideTwice, ("other", Headings.NameOf(Column.Credit)), ("otherValue", Cell(Column.Credit).Shown));
                return default;
            case (null or 0, null or 0):
                Refuse(debit is null ? Column.Credit : Column.Debit, RefusalCode.ImportAmountZero);
                return default;
            default:
                return debit is null or 0 ? (null, credit) : (debit, null);
        }
    }

    private (long? Debit, long? Credit) SideAndAmount()
    {
        if (Usable(Column.Currency) is { } currency && !Yuan.Contains(currency.Text.ToUpperInvariant())) Refuse(Column.Currency, RefusalCode.ImportCurrencyForeign);
        var amount = Needed(Column.Amount) is null ? null : Amount(Column.Amount);
        if (amount == 0) Refuse(Column.Amount, RefusalCode.ImportAmountZero);
        if (Needed(Column.Direction) is not { } direction) return default;
        switch (direction.Text.ToUpperInvariant())
        {
            case "1" or "借" or "借方" or "D" or "DR" or "TRUE":
                return (amount, null);
            case "0" or "-1" or "贷" or "贷方" or "C" or "CR" or "FALSE":
                return (null, amount);
            default:
                Refuse(Column.Direction, RefusalCode.ImportDirectionInvalid);
                return default;
        }
    }

    /// <summary>记-12, 记12, 记字第12号.</summary>
    [GeneratedRegex(@"^(?<type>\p{L}{1,4}?)字?第?\s*[-_#]?\s*(?<number>[0-9]+)\s*号?$")]
    private static partial Regex TypeAndNumber();
}
