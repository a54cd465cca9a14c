namespace VillageLedger.Requests;

/// <summary>The columns of a file of vouchers. 金蝶's begin with F; 日期 is preferred to 制单日期.</summary>
internal static class VoucherColumns
{
    public static readonly ColumnSet All = new(
        new Dictionary<Column, string[]>
        {
            [Column.Date] = ["日期", "凭证日期", "FDATE", "记账日期", "制单日期", "DATE"],
            [Column.Type] = ["凭证字", "FGROUP", "凭证类别", "凭证类型", "凭证类别字", "字"],
            [Column.Number] = ["凭证号", "FNUM", "凭证编号", "凭证字号", "凭证号数", "号"],
            [Column.Summary] = ["摘要", "FEXP", "FEXPLANATION", "凭证摘要", "分录摘要"],
            [Column.Account] = ["科目编码", "FACCTID", "科目代码", "科目编号", "会计科目编码", "会计科目代码"],
            [Column.Party] = ["辅助核算", "FOBJID1", "FOBJID", "往来单位", "往来单位编码"],
            [Column.Class] = ["FCLSNAME1", "FCLSNAME", "核算类别"],
            [Column.Class2] = ["FCLSNAME2"],
            [Column.Object2] = ["FOBJID2"],
            [Column.Class3] = ["FCLSNAME3"],
            [Column.Object3] = ["FOBJID3"],
            [Column.Class4] = ["FCLSNAME4"],
            [Column.Object4] = ["FOBJID4"],
            [Column.Debit] = ["借方金额", "FDEBIT", "借方", "借方本币", "借方本位币", "借方发生额", "本币借方金额"],
            [Column.Credit] = ["贷方金额", "FCREDIT", "贷方", "贷方本币", "贷方本位币", "贷方发生额", "本币贷方金额"],
            [Column.Direction] = ["FDC", "借贷方向", "方向", "借贷"],
            [Column.Amount] = ["FFCYAMT", "金额", "本币金额"],
            [Column.Currency] = ["FCYID", "币别", "币种"],
            [Column.AttachmentCount] = ["附件数", "FATT", "FATTCHMENT", "FATTACHMENT", "FATTACHMENTS", "附单据数", "附件张数", "附件"],
            [Column.PreparedBy] = ["制单人", "FPREPARE", "FPREPAREID", "制单", "填制人"],
            [Column.ReviewedBy] = ["审核人", "FCHECKER", "FCHECK", "FCHECKERID", "审核", "复核人"],
        },
        Missing);

    private static IEnumerable<Column> Missing(Headings headings)
    {
        foreach (var column in (Column[])[Column.Date, Column.Number, Column.Summary, Column.Account])
            if (!headings.Has(column)) yield return column;
        if (headings.HasSides || (headings.Has(Column.Direction) && headings.Has(Column.Amount))) yield break;
        foreach (var column in headings.Has(Column.Direction) ? (Column[])[Column.Amount] : [Column.Debit, Column.Credit])
            if (!headings.Has(column)) yield return column;
    }
}
