using System.Globalization;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Vouchers on paper forms, as HTML, as known at a moment.</summary>
internal sealed class PrintedVouchers(Words words, ReadModels models, LogMoment at, CancellationToken cancellation)
{
    /// <exception cref="ReportRefusedException">There is no such voucher.</exception>
    public async Task<string> OneAsync(VoucherId voucher, PersonNaming? persons)
    {
        var table = await VoucherReport.ReadAsync(models, at, voucher, persons, cancellation).ConfigureAwait(false);
        return VoucherHtml.Of([(table, await PrintHeading.ReadAsync(models, table, cancellation).ConfigureAwait(false))], words.Language);
    }

    /// <param name="numbers"><c>5</c>, <c>1-20</c>; null: all.</param>
    /// <param name="type">凭证字; null: all.</param>
    /// <exception cref="UsageException">The numbers are written otherwise.</exception>
    /// <exception cref="ReportRefusedException">There is no such voucher, or no book.</exception>
    public async Task<string> MonthAsync(Owner owner, Month month, string? numbers, string? type, PersonNaming? persons)
    {
        var (first, last) = RangeOf(numbers);
        var tables = await VoucherReport.ReadMonthAsync(
            models, at, owner, month, (of, number) => number >= first && number <= last && (type is null || of == type), persons, cancellation).ConfigureAwait(false);
        if (tables.Count == 0) throw new ReportRefusedException(Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", $"{owner} {month} {type}{(type is null ? "" : "-")}{numbers}".TrimEnd())));
        var heading = await PrintHeading.ReadAsync(models, tables[0], cancellation).ConfigureAwait(false);
        return VoucherHtml.Of([.. tables.Select(table => (table, heading))], words.Language);
    }

    /// <summary>The cover of a month's bound vouchers, with the sums by account.</summary>
    public async Task<string> CoverAsync(Owner owner, Month month)
    {
        var table = await VoucherSummary.ReadAsync(models, at, owner, new(month, month), cancellation: cancellation).ConfigureAwait(false);
        return VoucherCoverHtml.Of(table, await PrintHeading.ReadAsync(models, table, cancellation).ConfigureAwait(false), words.Language);
    }

    private (int First, int Last) RangeOf(string? text)
    {
        if (text is null) return (1, int.MaxValue);
        var parts = text.Split('-');
        return parts.Length <= 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first is >= 1 && first <= last
            ? (first, last) : throw new UsageException(words["cli.print.numbers-invalid", ("value", text)]);
    }
}
