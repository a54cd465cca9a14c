using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Requests;

/// <summary>A row of a file of opening balances.</summary>
/// <param name="Row">As a spreadsheet counts, from 1 with the heading.</param>
/// <param name="Name">科目名称, where the file has it.</param>
/// <param name="Line">Null for an account whose balance and turnover are zero, or that stands only above its details.</param>
public sealed record OpeningFileRow(int Row, AccountCode Account, string? Name, OpeningLine? Line);

/// <summary>What a file of opening balances holds.</summary>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hex digits.</param>
/// <param name="Rows">In the order of the file; none when there is any fault.</param>
public sealed record OpeningFileContent(string Sha256, IReadOnlyList<OpeningFileRow> Rows, IReadOnlyList<Refusal> Faults);

/// <summary>
/// Reads opening balances (.csv in UTF-8 or GB18030, .xlsx, .xls): 科目编码, 科目名称, 往来单位, 期初借方, 期初贷方, 本年累计借方, 本年累计贷方. Accounts above others in the file are passed over: their
/// balances are those of their details. Pure; taken whole or not at all.
/// </summary>
public static class OpeningFile
{
    internal static readonly ColumnSet Columns = new(
        new Dictionary<Column, string[]>
        {
            [Column.Account] = ["科目编码", "科目代码", "科目编号", "FACCTID", "会计科目编码"],
            [Column.AccountName] = ["科目名称", "会计科目", "FACCTNAME", "名称"],
            [Column.Party] = ["往来单位", "往来单位编码", "辅助核算", "FOBJID1"],
            [Column.Debit] = ["期初借方", "期初借方余额", "期初借方金额", "借方余额", "年初借方"],
            [Column.Credit] = ["期初贷方", "期初贷方余额", "期初贷方金额", "贷方余额", "年初贷方"],
            [Column.YearDebit] = ["本年累计借方", "本年借方累计", "累计借方", "本年累计借方发生额"],
            [Column.YearCredit] = ["本年累计贷方", "本年贷方累计", "累计贷方", "本年累计贷方发生额"],
        },
        headings => ((Column[])[Column.Account, Column.Debit, Column.Credit]).Where(column => !headings.Has(column)));

    /// <summary>Reads a file that is in memory. Never throws for what the file holds.</summary>
    /// <param name="columns">Headings of the file, by the names of <see cref="FileKinds"/>, where they are others than usual.</param>
    public static OpeningFileContent Read(string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var faults = new List<Refusal>();
        var rows = new List<OpeningFileRow>();
        if (VoucherFile.CheckSize(content.Length) is { } tooLarge) faults.Add(tooLarge);
        else if (VoucherFile.SheetOf(name, content, Columns.With(columns), faults, null) is { } sheet)
            foreach (var row in sheet.Rows.Select(row => new OpeningRow(sheet.Headings, row, faults)))
                if (!row.IsTotal && row.Read() is { } read) rows.Add(read);
        var codes = rows.Select(row => row.Account).ToHashSet();
        rows = rows.ConvertAll(row => row.Line is not null && codes.Any(other => other != row.Account && other.IsWithin(row.Account)) ? row with { Line = null } : row);
        if (rows.Count == 0 && faults.Count == 0) faults.Add(Refusal.Of(RefusalCode.ImportEmpty));
        return new(Convert.ToHexStringLower(SHA256.HashData(content.Span)), faults.Count == 0 ? rows : [], faults);
    }

    private sealed class OpeningRow(Headings headings, SheetRow row, List<Refusal> faults) : TableRow(headings, row, faults)
    {
        private const int MaxName = 100;

        public bool IsTotal => IsTotalWord(First) || IsTotalWord(Cell(Column.AccountName)) && Cell(Column.Account).IsBlank;

        public OpeningFileRow? Read()
        {
            var account = Account();
            var name = OptionalText(Column.AccountName, MaxName);
            var party = Party();
            var (debit, credit, yearDebit, yearCredit) = (Fen(Column.Debit), Fen(Column.Credit), Fen(Column.YearDebit), Fen(Column.YearCredit));
            if (debit is not null && credit is not null)
                Refuse(Column.Debit, RefusalCode.ImportSideTwice, ("other", Headings.NameOf(Column.Credit)), ("otherValue", Cell(Column.Credit).Shown));
            if (Failed) return null;
            var line = new OpeningLine(account, party, debit, credit, yearDebit, yearCredit);
            return new(Number, account, name, line is { DebitFen: null, CreditFen: null, YearDebitFen: null, YearCreditFen: null } ? null : line);
        }

        /// <summary>A zero is no balance.</summary>
        private long? Fen(Column column) => Amount(column) is not 0 and var fen ? fen : null;

        private AccountCode Account()
        {
            if (Needed(Column.Account) is not { } cell) return default;
            if (!CellValues.TryAccount(cell, out var account)) Refuse(Column.Account, RefusalCode.ImportAccountInvalid, ("limit", AccountCode.MaxLength));
            return account;
        }

        private Holder? Party()
        {
            if (Usable(Column.Party) is not { IsBlank: false } cell) return null;
            if (Holder.TryParse(cell.Text.Normalize(NormalizationForm.FormKC), out var party)) return party;
            Refuse(Column.Party, RefusalCode.ImportPartyInvalid);
            return null;
        }
    }
}
