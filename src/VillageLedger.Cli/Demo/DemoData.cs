using System.Text;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>
/// Invented books of the nine villages that develop land together (case A): a year each, about sixty vouchers a month, loaded by the same requests that
/// people use. The ninth village's name is not published; it has none here either.
/// </summary>
internal static class DemoData
{
    public const string County = "330110";
    public const int Year = 2025;

    private const string Township = "330110012";

    private static readonly string[] Names = ["永安村", "洪桐村", "溪塔村", "下陡门村", "仙宅村", "上湖村", "竹园村", "义桥村", "第九村"];

    public static async Task LoadAsync(LedgerSession session, Action<string, string> progress, CancellationToken cancellation)
    {
        foreach (var (i, name) in Names.Index())
        {
            var village = new DemoVillage($"{Township}{201 + i}", $"{name}（虚构示例）", i);
            // The last append of a village tells whether it was loaded; one that was broken off goes on where it stopped.
            if (await session.Log.FindRequestAsync(village.LastId, cancellation).ConfigureAwait(false) is not null) continue;
            await DoAsync(session, village.Opening(), cancellation).ConfigureAwait(false);
            for (var month = new Month(Year, 1); month.Year == Year; month = month.Next)
            {
                progress(name, month.ToString());
                await DoAsync(session, village.OfMonth(month), cancellation).ConfigureAwait(false);
            }
        }
    }

    private static async Task DoAsync(LedgerSession session, IEnumerable<string> requests, CancellationToken cancellation)
    {
        var read = requests.Select(json => RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ToList();
        var outcomes = await session.Requests.DoAtomicAsync(read, cancellation).ConfigureAwait(false);
        if (outcomes.FirstOrDefault(outcome => outcome.Refusal is { Code: not RefusalCode.AtomicNotDone }) is { } refused)
            throw new InvalidOperationException($"The demonstration's request {refused.Id} was refused: {refused.Refusal!.Message(Language.English)}");
    }
}
