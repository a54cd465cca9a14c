using System.Text;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>
/// Invented books, loaded by the same requests that people use: the nine villages that develop land together (case A; about sixty vouchers a month in the second
/// year), the same project as a company, a company of three villages (case D), a shared ticket (case E), and a village's whole year of bookkeeping. The ninth village's name is not published; it has none here either.
/// </summary>
internal static class DemoData
{
    public const string County = "330110";
    public const int Year = 2025;

    private const string Township = "330110012";

    private static readonly string[] Names = ["永安村", "洪桐村", "溪塔村", "下陡门村", "仙宅村", "上湖村", "竹园村", "义桥村", "第九村"];

    /// <summary>Loads what is not there yet, one append after the other; one that was broken off goes on where it stopped.</summary>
    public static async Task LoadAsync(LedgerSession session, Action<string, string> progress, CancellationToken cancellation)
    {
        await DemoFiles.PutAsync(session, cancellation).ConfigureAwait(false);
        foreach (var (what, when, requests) in Appends())
        {
            if (requests.Count == 0 || await session.Log.FindRequestAsync(IdOf(requests[^1]), cancellation).ConfigureAwait(false) is not null) continue;
            progress(what, when);
            await DoAsync(session, requests, cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string What, string When, IReadOnlyList<string> Requests)> Appends()
    {
        var villages = Names.Select((name, i) => (Name: name, Village: new DemoVillage($"{Township}{201 + i}", $"{name}（虚构示例）", i))).ToList();
        var addresses = Names.Select((_, i) => $"village/{Township}{201 + i}").ToList();
        var land = new DemoJointLand(addresses);
        foreach (var (name, village) in villages) yield return (name, "", [.. village.Opening()]);
        yield return ("九村联合", "", [.. land.Founding()]);
        yield return ("九村联合·公司形式", "", [.. new DemoCompanyForm(addresses).Founding()]);
        yield return ("山源益禾", "", [.. DemoVillageCompany.Founding()]);
        foreach (var month in new Month(DemoVillageCompany.Year, 1).To(new Month(DemoVillageCompany.Year, 12))) yield return ("山源益禾", month.ToString(), [.. DemoVillageCompany.OfMonth(month)]);
        yield return ("山源益禾", "", [.. DemoVillageCompany.Distribution()]);
        yield return ("岛游一票制", "", [.. DemoTicket.Founding()]);
        foreach (var month in DemoTicket.Months) yield return ("岛游一票制", month.ToString(), [.. DemoTicket.OfMonth(month)]);
        foreach (var requests in DemoVillageYear.Months()) yield return (DemoVillageYear.Name, "", requests);
        for (var month = new Month(Year - 1, 1); month.Year <= Year; month = month.Next)
        {
            yield return ("九村联合", month.ToString(), [.. land.OfMonth(month, isNewest: month == new Month(Year, 12))]);
            yield return ("九村联合·公司形式", month.ToString(), [.. DemoCompanyForm.OfMonth(month)]);
            foreach (var (name, village) in villages)
                yield return (name, month.ToString(), [.. month.Year < Year ? village.OfQuietMonth(month) : village.OfMonth(month)]);
        }
    }

    private static string IdOf(string request) => RequestTypes.Read(Encoding.UTF8.GetBytes(request)).Id;

    private static async Task DoAsync(LedgerSession session, IEnumerable<string> requests, CancellationToken cancellation)
    {
        var read = requests.Select(json => RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ToList();
        var outcomes = await session.Requests.DoAtomicAsync(read, cancellation).ConfigureAwait(false);
        if (outcomes.FirstOrDefault(outcome => outcome.Refusal is { Code: not RefusalCode.AtomicNotDone }) is { } refused)
            throw new InvalidOperationException($"The demonstration's request {refused.Id} was refused: {refused.Refusal!.Message(Language.English)}");
    }
}
