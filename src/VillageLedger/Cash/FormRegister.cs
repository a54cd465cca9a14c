using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>What became of a form: used or void.</summary>
public sealed record FormState(DateOnly Date, long? AmountFen, VoucherId? Voucher)
{
    /// <summary>A form that was spoilt or lost has no amount.</summary>
    public bool IsVoid => AmountFen is null;
}

/// <summary>An owner's numbered forms: receipts and cheques. Folded from <c>forms/…</c>.</summary>
/// <param name="Forms">Those that are used or void, by series and number.</param>
public sealed record FormRegister(
    ImmutableList<FormsRegistered> Registered, ImmutableList<FormsIssued> Issued, ImmutableDictionary<(string Series, long Number), FormState> Forms, ImmutableList<FormsSettled> Settled)
{
    public static readonly FormRegister Empty = new(
        ImmutableList<FormsRegistered>.Empty, ImmutableList<FormsIssued>.Empty, ImmutableDictionary<(string, long), FormState>.Empty, ImmutableList<FormsSettled>.Empty);

    public FormRegister Evolve(Fact fact) => fact switch
    {
        FormsRegistered registered => this with { Registered = Registered.Add(registered) },
        FormsIssued issued => this with { Issued = Issued.Add(issued) },
        FormUsed used => this with { Forms = Forms.SetItem((used.Series, used.Number), new(used.Date, used.AmountFen, used.Voucher)) },
        FormVoided voided => this with { Forms = Forms.SetItem((voided.Series, voided.Number), new(voided.Date, null, null)) },
        FormsSettled settled => this with { Settled = Settled.Add(settled) },
        _ => throw Fold.Unexpected(fact, this),
    };

    public bool IsRegistered(string series, long number) => Registered.Exists(range => range.Series == series && range.First <= number && number <= range.Last);

    public bool IsIssued(string series, long number) => Issued.Exists(range => range.Series == series && range.First <= number && number <= range.Last);

    public FormState? Find(string series, long number) => Forms.GetValueOrDefault((series, number));

    /// <summary>A registered range that has a number in common with another.</summary>
    internal FormsRegistered? Overlapping(FormRange range) => Registered.Find(other => other.Series == range.Series && range.Meets(other.First, other.Last));

    internal FormsIssued? IssuedWithin(FormRange range) => Issued.Find(other => other.Series == range.Series && range.Meets(other.First, other.Last));

    internal FormsSettled? SettledWithin(FormRange range) => Settled.Find(other => other.Series == range.Series && range.Meets(other.First, other.Last));
}

/// <summary>A range of numbers of a series, both ends included.</summary>
internal readonly record struct FormRange(string Series, long First, long Last)
{
    /// <summary>A book of receipts has 25 to 100; a box of them fewer than this.</summary>
    public const int MaxForms = 10_000;

    public bool Meets(long first, long last) => First <= last && first <= Last;

    public IEnumerable<long> Numbers
    {
        get
        {
            for (var number = First; number <= Last; number++) yield return number;
        }
    }

    /// <summary>The first number of the range for which something does not hold; null when it holds for all.</summary>
    public long? FirstWithout(Func<string, long, bool> holds)
    {
        foreach (var number in Numbers)
            if (!holds(Series, number)) return number;
        return null;
    }

    public static FormRange Read(Fields fields)
    {
        var range = new FormRange(SeriesOf(fields), fields.Whole("first", 0, Money.MaxFen), fields.Whole("last", 0, Money.MaxFen));
        if (!fields.Failed && (range.Last < range.First || range.Last - range.First >= MaxForms))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "last"), ("value", range.Last), ("expected", $"{range.First} – {range.First + MaxForms - 1}")));
        return range;
    }

    public static string SeriesOf(Fields fields) => fields.Text("series", 40);
}
