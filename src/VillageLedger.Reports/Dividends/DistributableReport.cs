using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// What a company or a village's cooperative could distribute of a year, with every step and its source in law, as known at a position. Where nothing can be distributed it says why.
/// </summary>
public static class DistributableReport
{
    public const string Name = "distributable";

    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("row", CellKind.Word), new("sumFen", CellKind.Fen), new("takenOfFen", CellKind.Fen, OnlyIfFilled: true), new("stepPpm", CellKind.Ppm, OnlyIfFilled: true), new("source", CellKind.Text, OnlyIfFilled: true),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner payer, int year, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var (found, refusal) = await new WorldAt(models, at.Position).AskAsync(world => Distributable.Of(world, payer, year), cancellation).ConfigureAwait(false);
        if (found is null) throw new ReportRefusedException(refusal!);
        return new(Name, at, Columns, [.. Rows(found)]) { Subject = $"{payer} · {year}", Notes = [.. Notes(found, language)] };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Distributable found)
    {
        var figures = found.Figures;
        foreach (var (row, fen) in new (string, long?)[]
        {
            ("income", found.IncomeFen), ("expense", found.ExpenseFen), ("depreciation", found.DepreciationFen), ("profit", figures.ProfitFen), ("earlier", figures.EarlierFen),
            ("appropriated", figures.AppropriatedFen), ("undistributed", figures.UndistributedFen), ("later-loss", figures.LaterLossFen), ("earlier-due", figures.EarlierDueFen), ("reserve", figures.ReserveFen), ("capital", figures.RegisteredCapitalFen),
        })
            if (fen is not null) yield return [row, fen, null, null, null];
        foreach (var step in found.Plan?.Steps ?? [])
            yield return [step.Kind, step.AmountFen, step.BaseFen, (long?)step.RatePpm, step.Statute + step.Article];
        yield return ["distributable", found.Plan?.DistributableFen ?? 0, null, null, null];
    }

    private static IEnumerable<string> Notes(Distributable found, Language language)
    {
        if (found.Refusal is null) yield break;
        yield return found.DepreciationFen > found.IncomeFen
            ? Texts.Of("report.distributable.depreciation", language, ("depreciation", new Money(found.DepreciationFen)), ("income", new Money(found.IncomeFen)))
            : found.Refusal.Message(language);
    }
}
