namespace VillageLedger.Reports;

/// <summary>A posted voucher of a book with its place in the log.</summary>
/// <param name="Month">The accounting month that it was posted in.</param>
internal sealed record PostedVoucher(long Position, Month Month, VoucherPosted Fact)
{
    /// <summary>凭证字号: <c>记-12</c>.</summary>
    public string Number => NumberOf(Fact.Type, Fact.Number);

    public static string NumberOf(string type, int number) => $"{type}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

/// <summary>A line of a posted voucher.</summary>
/// <param name="Number">Of the line in its voucher, from 1.</param>
/// <param name="Account">The lowest account that carries the line as known at the position asked for: <see cref="BookAt.Carrier"/>.</param>
internal sealed record BookLine(PostedVoucher Voucher, int Number, VoucherLine Line, AccountCode Account)
{
    public VoucherPosted Fact => Voucher.Fact;

    public string Summary => Line.Summary ?? Fact.Summary;
}
