using System.CommandLine;
using System.Globalization;

namespace VillageLedger.Catalog;

/// <summary>Options that several reports take, and how their values are read.</summary>
internal static class ReportOptions
{
    public static Option<string> Book(Words words) => new("--book") { Description = words["cli.report.book"], Required = true, HelpName = "OWNER" };

    public static Option<string?> Venture(Words words, bool required) => new("--venture") { Description = words["cli.report.venture"], Required = required, HelpName = "ID" };

    public static Option<string?> Payer(Words words) => new("--payer") { Description = words["cli.report.payer"], HelpName = "OWNER" };

    public static Option<string?> Holder(Words words) => new("--holder") { Description = words["cli.report.holder"], HelpName = "HOLDER" };

    public static Option<string> Company(Words words) => new("--company") { Description = words["cli.report.company"], Required = true, HelpName = "CODE" };

    public static Option<string?> Account(Words words, bool required) => new("--account") { Description = words["cli.report.account"], Required = required, HelpName = "CODE" };

    public static Option<string?> Party(Words words, bool required) => new("--party") { Description = words["cli.report.party"], Required = required, HelpName = "HOLDER" };

    /// <summary>How deep accounts are shown.</summary>
    public static Option<int?> Level(Words words) => WholeNumber.Of("--level", words["cli.report.level"], _ => words["cli.report.level-invalid"], 1, int.MaxValue);

    public static Option<string?> ByMonth(Words words) => By(words["cli.report.by-month"], "month");

    public static Option<string?> By(string description, string only)
    {
        var by = new Option<string?>("--by") { Description = description, HelpName = only };
        by.AcceptOnlyFromAmong(only);
        return by;
    }

    /// <summary>Names of natural persons are shown only where they are asked for.</summary>
    public static Option<bool> Names(Words words) => new("--names") { Description = words["cli.report.names"] };

    public static Option<string?> Date(Words words) => new("--date") { Description = words["cli.report.date"], HelpName = "2025-06-30" };

    public static Owner OwnerOf(Words words, string text) =>
        Owner.TryParse(text, out var owner) ? owner : throw new UsageException(words["cli.report.owner-invalid", ("value", text)]);

    public static Holder HolderOf(Words words, string text) =>
        VillageLedger.Holder.TryParse(text, out var holder) ? holder : throw new UsageException(words["cli.report.holder-invalid", ("value", text)]);

    public static AccountCode? AccountOf(Words words, string? text) => text is null ? null
        : AccountCode.TryParse(text, out var account) ? account : throw new UsageException(words["cli.report.account-invalid", ("value", text)]);

    public static VoucherId? VoucherOf(Words words, string? text) => text is null ? null
        : VoucherId.TryParse(text, out var voucher) ? voucher : throw new UsageException(words["cli.report.voucher-invalid", ("value", text)]);

    public static Holder? PartyOf(Words words, string? text) => text is null ? null : HolderOf(words, text);

    /// <summary>The id of a venture, with or without <c>venture/</c> before it.</summary>
    public static string VentureOf(Words words, string text) => WithoutKind(text, Owner.VentureKind) ?? throw new UsageException(words["cli.report.venture-invalid", ("value", text)]);

    /// <summary>The code of a company, with or without <c>company/</c> before it.</summary>
    public static string CompanyOf(Words words, string text) => WithoutKind(text, Owner.CompanyKind) ?? throw new UsageException(words["cli.report.company-invalid", ("value", text)]);

    public static DateOnly? DateOf(Words words, string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new UsageException(words["cli.report.date-invalid", ("value", text)]);
    }

    private static string? WithoutKind(string text, string kind)
    {
        var id = text.StartsWith(kind + "/", StringComparison.Ordinal) ? text[(kind.Length + 1)..] : text;
        return Ids.IsValid(id) ? id : null;
    }
}
