using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A contract of an owner as decisions see it.</summary>
/// <param name="Stretches">Its life by terms, in order; what was amended away is left out or cut.</param>
/// <param name="Ended">The day on which it was ended, where it was.</param>
/// <param name="Instalments">All that it asks for, in order of their numbers.</param>
public sealed record Contract(
    ContractSigned Agreed, ImmutableList<Stretch> Stretches, DateOnly? Ended, IReadOnlyList<Instalment> Instalments, ImmutableList<DepositReceived> DepositsReceived, ImmutableList<DepositReturned> DepositsReturned)
{
    public const string Receivable = "receivable";
    public const string Payable = "payable";

    public static readonly IReadOnlyList<string> Kinds = ["lease", "land-contracting", "sale", "service", "construction", "loan", "other"];

    public string Id => Agreed.Contract;

    /// <summary>Whether the party pays the owner.</summary>
    public bool IsReceivable => Agreed.Direction == Receivable;

    /// <summary>The last day agreed, whether it was ended or not.</summary>
    public DateOnly To => Stretches[^1].To;

    /// <summary>The last day on which it is in force.</summary>
    public DateOnly LastDay => Ended ?? To;

    internal static Contract Of(ContractSigned signed) =>
        new Contract(signed, [new(signed.Schedule, signed.From, signed.To, signed.To)], null, [], [], []).Laid();

    /// <summary>Other terms from a day on: what was agreed for later is gone, the stretch before is cut.</summary>
    internal Contract With(ContractSchedule terms, DateOnly from, DateOnly to) =>
        (this with { Stretches = [.. Stretches.Where(stretch => stretch.From < from).Select(stretch => CutBefore(stretch, from)), new(terms, from, to, to)] }).Laid();

    internal Contract EndedOn(DateOnly date) =>
        (this with { Ended = date, Stretches = [.. Stretches.Select(stretch => CutBefore(stretch, date.AddDays(1)))] }).Laid();

    /// <summary>The first day on which terms amended from a month on hold.</summary>
    public DateOnly FirstDayOf(Month month) => month.FirstDay < Agreed.From ? Agreed.From : month.FirstDay;

    private static Stretch CutBefore(Stretch stretch, DateOnly day) => stretch.Last < day ? stretch : stretch with { Last = day.AddDays(-1) };

    private Contract Laid() => this with { Instalments = Schedule.Of(Stretches) };
}
