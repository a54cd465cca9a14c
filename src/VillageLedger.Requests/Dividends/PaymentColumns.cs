namespace VillageLedger.Requests;

/// <summary>The columns of what a bank reports on payments that it was given to carry out.</summary>
internal static class PaymentColumns
{
    public static readonly ColumnSet All = new(
        new Dictionary<Column, string[]>
        {
            [Column.Holder] = ["户号或持有人", "持有人", "户号", "成员编号", "HOLDER", "客户编号", "收款人编号"],
            [Column.BankAccount] = ["账号", "收款账号", "银行账号", "卡号", "BANKACCOUNT", "ACCOUNT", "帐号", "收款帐号"],
            [Column.Amount] = ["金额", "AMOUNT", "交易金额", "实付金额", "发放金额"],
            [Column.Reference] = ["流水号", "REFERENCE", "交易流水号", "银行流水号"],
            [Column.Result] = ["结果", "RESULT", "处理结果", "交易结果", "状态"],
            [Column.Reason] = ["原因", "REASON", "失败原因", "备注"],
        },
        headings => ((Column[])[Column.Holder, Column.BankAccount, Column.Amount, Column.Reference, Column.Result]).Where(column => !headings.Has(column)));
}
