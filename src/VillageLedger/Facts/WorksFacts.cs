namespace VillageLedger;

/// <summary>Up to which amount a county lets small works be awarded to companies of villages without tender (限额以下工程直接发包). Stream <c>place/{county}</c>.</summary>
/// <param name="County">6 digits.</param>
/// <param name="AmountFen">In fen; an award may reach it.</param>
/// <param name="From">From which day on, until a later one.</param>
/// <param name="Source">The county's document.</param>
public sealed record WorksCeilingSet(string County, long AmountFen, DateOnly From, string Source) : Fact;

/// <summary>A company was awarded works (承揽工程). Stream <c>company/{code}</c>.</summary>
/// <param name="Contract">Unique among the company's contracts.</param>
/// <param name="AmountFen">The price, in fen.</param>
/// <param name="Procedure"><c>direct</c> or <c>tender</c>.</param>
/// <param name="County">Of who awards it: 6 digits; always there for a direct award.</param>
/// <param name="CeilingFen">The ceiling that a direct award was measured by, in fen.</param>
public sealed record WorksAwarded(
    string Company, string Contract, Holder Awarder, DateOnly Date, string Works, long AmountFen, string Procedure,
    string? County = null, long? CeilingFen = null, string? Document = null) : Fact;

/// <summary>How much of a works contract is settled with who awarded it (工程结算). Stream <c>company/{code}</c>.</summary>
/// <param name="AmountFen">Altogether up to that day, in fen.</param>
public sealed record WorksProgressRecorded(string Company, string Contract, DateOnly Date, long AmountFen, string? Document = null) : Fact;
