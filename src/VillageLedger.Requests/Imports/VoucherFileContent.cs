namespace VillageLedger.Requests;

/// <summary>What a file of vouchers holds.</summary>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hex digits.</param>
/// <param name="Vouchers">In order of first appearance; none when there is any fault.</param>
/// <param name="Faults">All that is wrong, in order of rows; each names row, column and value where it has them, and the remedy.</param>
public sealed record VoucherFileContent(string Sha256, IReadOnlyList<ImportedVoucher> Vouchers, IReadOnlyList<Refusal> Faults)
{
    /// <summary>Vouchers all of whose rows can be read, beside others that cannot: what a book says against them is told with the file's faults. A row that cannot be read may be missing in them.</summary>
    public IReadOnlyList<ImportedVoucher> Readable { get; init; } = [];
}

/// <summary>The lines of a file with the same date, 凭证字 and 凭证号.</summary>
/// <param name="FirstRow">The row of its first line, counted as a spreadsheet counts, from 1 with the heading.</param>
/// <param name="Type">凭证字: 记 where the file gives none.</param>
/// <param name="SourceNumber">凭证号 as the file gives it, without the 凭证字.</param>
/// <param name="Summary">That of its first line which has one; a line keeps its own only where it differs.</param>
/// <param name="AttachmentCount">附件数, 0 where the file gives none.</param>
/// <param name="PreparedBy">制单人 as the file names him: not yet the id of a user.</param>
/// <param name="ReviewedBy">审核人 as the file names him: not yet the id of a user.</param>
public sealed record ImportedVoucher(
    int FirstRow,
    string Type,
    string SourceNumber,
    DateOnly Date,
    string Summary,
    int AttachmentCount,
    IReadOnlyList<VoucherLine> Lines,
    string? PreparedBy,
    string? ReviewedBy)
{
    /// <summary>The row of each line, in the order of <see cref="Lines"/>; they need not follow each other.</summary>
    public required IReadOnlyList<int> LineRows { get; init; }

    /// <summary>The file's row of a line as refusals of a voucher count them, from 1; the first row for what concerns the whole voucher.</summary>
    public int RowOf(int line) => line >= 1 && line <= LineRows.Count ? LineRows[line - 1] : FirstRow;
}
