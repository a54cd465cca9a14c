namespace VillageLedger;

/// <summary>
/// Vouchers that the program works out in one book, from a schedule, a claim or balances. Each is reviewed, posted, returned or discarded like any other, but not amended: where it
/// is wrong it is discarded, what it was made from is mended, and it is made again. Its cause says what that was.
/// </summary>
internal static class Proposals
{
    /// <summary>One voucher, under the request's own id. Whoever keeps the mark of it adds that fact afterwards: the first fact of the request tells where its voucher lies.</summary>
    public static Decision One(World world, Request request, Owner book, VoucherContent content) =>
        Check(world, book, content) is { } fault ? fault : Decision.Of(Stream(book, content), PrepareVoucher.Prepared(request.AsVoucher, content, request.By)).While(Streams.Accounts(book));

    /// <summary>Several vouchers in one month of one book: <c>a7~1</c>, <c>a7~2</c> …</summary>
    public static Decision Several(World world, Request request, Owner book, IReadOnlyList<VoucherContent> contents)
    {
        var decision = Decision.Nothing.While(Streams.Accounts(book));
        foreach (var (i, content) in contents.Index())
        {
            if (Check(world, book, content) is { } fault) return fault;
            decision = decision.And(Stream(book, content), PrepareVoucher.Prepared(VoucherId.Proposed(request.Id, i + 1), content, request.By));
        }

        return decision;
    }

    /// <summary>Whether a voucher that was proposed counts for nothing any more: discarded, or taken back. Then it may be proposed again.</summary>
    public static bool IsVoid(World world, VoucherId voucher) =>
        world.PlaceOf(voucher) is { } place && IsVoid(world, place.Owner, place.Month, voucher);

    /// <summary>The same of a voucher whose place is known.</summary>
    public static bool IsVoid(World world, Owner book, Month month, VoucherId voucher) =>
        world.Book(book, month).Find(voucher) is { } found && (found.Stage == VoucherStage.Discarded || found.ReversedBy is not null);

    private static string Stream(Owner book, VoucherContent content) => Streams.Book(book, Month.Of(content.Date));

    private static Refusal? Check(World world, Owner book, VoucherContent content) => VoucherRules.Check(world, book, content);
}
