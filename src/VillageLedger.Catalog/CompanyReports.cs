using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of companies (强村公司).</summary>
internal static class CompanyReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfRevenue(words), OfManagers(words)];

    private static ReportDefinition OfRevenue(Words words)
    {
        var (company, by) = (ReportOptions.Company(words), ReportOptions.ByMonth(words));
        return new(CompanyRevenue.Name, [company, by], call => CompanyRevenue.ReadAsync(
            call.Models, call.At, ReportOptions.CompanyOf(words, call.Parsed.GetValue(company)!), call.Period, call.Parsed.GetValue(by) is not null, call.Language, call.Cancellation));
    }

    private static ReportDefinition OfManagers(Words words)
    {
        var (company, names) = (ReportOptions.Company(words), ReportOptions.Names(words));
        return new(ManagersReport.Name, [company, names], call =>
            ManagersReport.ReadAsync(call.Models, call.At, ReportOptions.CompanyOf(words, call.Parsed.GetValue(company)!), call.Period, call.Persons(names), call.Cancellation));
    }
}
