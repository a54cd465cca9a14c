using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>What a voucher is for. Income counts every kind but <see cref="Transfer"/>.</summary>
[JsonConverter(typeof(VoucherKindConverter))]
public enum VoucherKind
{
    [JsonStringEnumMemberName("ordinary")] Ordinary,

    /// <summary>结转: moves income and expense to the year's result. A reversal of a transfer is a transfer, too: neither is income.</summary>
    [JsonStringEnumMemberName("transfer")] Transfer,
    [JsonStringEnumMemberName("reversal")] Reversal,
    [JsonStringEnumMemberName("correction")] Correction,
    [JsonStringEnumMemberName("allocation")] Allocation,
    [JsonStringEnumMemberName("dividend")] Dividend,
}

/// <summary>Kinds are stored by name; a number in their place is corrupt data.</summary>
internal sealed class VoucherKindConverter() : JsonStringEnumConverter<VoucherKind>(null, allowIntegerValues: false);

/// <summary>One line of a voucher: exactly one of the sides, in fen, never 0; negative is red on the same side.</summary>
/// <param name="Quantity">What was moved, where the account asks for it.</param>
/// <param name="Settlement">How money was moved.</param>
public sealed record VoucherLine(
    AccountCode Account,
    long? DebitFen = null,
    long? CreditFen = null,
    string? Summary = null,
    Holder? Party = null,
    string? Project = null,
    string? Contract = null,
    Quantity? Quantity = null,
    Settlement? Settlement = null)
{
    [JsonIgnore]
    public long Debit => DebitFen ?? 0;

    [JsonIgnore]
    public long Credit => CreditFen ?? 0;
}

/// <summary>A quantity in thousandths of a unit; negative in red.</summary>
/// <param name="Unit">As written: 公斤, 亩, 株.</param>
public sealed record Quantity(long Thousandths, string Unit);

/// <summary>How money was moved (结算方式).</summary>
/// <param name="Kind"><c>cash</c>, <c>transfer</c>, <c>cheque</c>, <c>draft</c> or <c>other</c>.</param>
/// <param name="Number">Of the cheque, draft or bank's receipt.</param>
/// <param name="Payee">To whom or from whom, where it is another than the line's party.</param>
public sealed record Settlement(string Kind, string? Number = null, DateOnly? Date = null, Holder? Payee = null);

/// <summary>A file that belongs to a voucher, named by its content.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Invoice">Where the file is an e-invoice, which one.</param>
public sealed record Attachment(string Name, string Sha256, Invoice? Invoice = null);

/// <summary>An e-invoice (电子发票) as its issuer numbers it.</summary>
/// <param name="Issuer">The seller's tax number, 15 to 20 capital letters and digits.</param>
/// <param name="Number">6 to 32 capital letters and digits.</param>
public sealed record Invoice(string Issuer, string Number);

/// <summary>What a voucher says, as prepared and until it is posted.</summary>
/// <param name="Type">凭证字: 记 unless another was given.</param>
/// <param name="AttachmentCount">附单据张数.</param>
/// <param name="Reverses">The posted voucher that this one takes back in red.</param>
/// <param name="Corrects">The posted voucher that this one corrects.</param>
/// <param name="ConcernsMonth">The month that a correction belongs to, where it is another than the voucher's own.</param>
/// <param name="SourceNumber">The voucher's number in the program or book it was taken from.</param>
/// <param name="Cause">What it was made from where no person chose its lines: <c>depreciation:2025-06</c>. Such a voucher is discarded and made again, not amended.</param>
public sealed record VoucherContent(
    string Type,
    DateOnly Date,
    VoucherKind Kind,
    string Summary,
    IReadOnlyList<VoucherLine> Lines,
    int AttachmentCount,
    IReadOnlyList<Attachment>? Attachments = null,
    VoucherId? Reverses = null,
    VoucherId? Corrects = null,
    Month? ConcernsMonth = null,
    string? SourceNumber = null,
    string? Cause = null);

/// <summary>A voucher is prepared, not yet reviewed. Stream <c>book/{owner}/{month}</c>, like all facts on vouchers.</summary>
public sealed record VoucherPrepared(
    VoucherId Voucher,
    string Type,
    DateOnly Date,
    VoucherKind Kind,
    string Summary,
    IReadOnlyList<VoucherLine> Lines,
    int AttachmentCount,
    UserId PreparedBy,
    IReadOnlyList<Attachment>? Attachments = null,
    VoucherId? Reverses = null,
    VoucherId? Corrects = null,
    Month? ConcernsMonth = null,
    string? SourceNumber = null,
    string? Cause = null) : Fact
{
    [JsonIgnore]
    public VoucherContent Content => new(Type, Date, Kind, Summary, Lines, AttachmentCount, Attachments, Reverses, Corrects, ConcernsMonth, SourceNumber, Cause);
}

/// <summary>An unposted voucher says something else now and needs review again.</summary>
public sealed record VoucherAmended(
    VoucherId Voucher,
    string Type,
    DateOnly Date,
    VoucherKind Kind,
    string Summary,
    IReadOnlyList<VoucherLine> Lines,
    int AttachmentCount,
    UserId AmendedBy,
    IReadOnlyList<Attachment>? Attachments = null,
    VoucherId? Reverses = null,
    VoucherId? Corrects = null,
    Month? ConcernsMonth = null,
    string? SourceNumber = null) : Fact
{
    [JsonIgnore]
    public VoucherContent Content => new(Type, Date, Kind, Summary, Lines, AttachmentCount, Attachments, Reverses, Corrects, ConcernsMonth, SourceNumber);
}

/// <summary>Somebody other than the preparer and the last amender found the voucher right.</summary>
public sealed record VoucherReviewed(VoucherId Voucher, UserId ReviewedBy) : Fact;

/// <summary>An unposted voucher goes back to its preparer.</summary>
public sealed record VoucherReturned(VoucherId Voucher, UserId ReturnedBy, string? Reason = null) : Fact;

/// <summary>An unposted voucher is void; it never had a number.</summary>
public sealed record VoucherDiscarded(VoucherId Voucher, UserId DiscardedBy, string? Reason = null) : Fact;

/// <summary>
/// Vouchers of a file were taken over as already prepared and reviewed; each follows as a <see cref="VoucherPosted"/> in the same append.
/// </summary>
/// <param name="File">SHA-256 of the file, 64 hex digits.</param>
/// <param name="Vouchers">How many of them belong to this month.</param>
public sealed record VouchersImported(string File, int Vouchers, UserId PreparedBy, UserId ReviewedBy) : Fact;

/// <summary>
/// A voucher is in the books, for ever, with its number. Holds the whole voucher and the standard of its accounts, since codes change meaning between standards.
/// </summary>
/// <param name="Number">Gapless within type and month (财会〔2024〕12号 art. 21(3)).</param>
/// <param name="Cause">What made the voucher where no person chose its lines: an allocation, a distribution, <c>depreciation:2025-06</c>.</param>
public sealed record VoucherPosted(
    VoucherId Voucher,
    string Standard,
    string Type,
    int Number,
    DateOnly Date,
    VoucherKind Kind,
    string Summary,
    IReadOnlyList<VoucherLine> Lines,
    int AttachmentCount,
    UserId PreparedBy,
    UserId ReviewedBy,
    UserId PostedBy,
    string? SourceNumber = null,
    IReadOnlyList<Attachment>? Attachments = null,
    VoucherId? Reverses = null,
    VoucherId? Corrects = null,
    Month? ConcernsMonth = null,
    string? Cause = null,
    UserId? Cashier = null) : Fact;

/// <summary>A posted voucher was taken back by a red one, perhaps of another month, or by a blue one of a later year. The mark is all that a closed month takes.</summary>
/// <param name="Reversal">The voucher that takes it back.</param>
/// <param name="Month">That voucher's month.</param>
public sealed record VoucherReversed(VoucherId Voucher, VoucherId Reversal, Month Month) : Fact;
