namespace VillageLedger;

/// <summary>Settles a range of forms that was handed out (核销): every number is used or void, and none was settled before.</summary>
public sealed record SettleForms(string Id, UserId By, Owner Owner, string Series, long First, long Last, DateOnly Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var range = FormRange.Read(fields);
        return new SettleForms(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), range.Series, range.First, range.Last, fields.Date("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (forms, range) = (world.Forms(Owner), new FormRange(Series, First, Last));
        if (range.FirstWithout(forms.IsRegistered) is { } unknown) return Refusal.Of(RefusalCode.FormUnknown, ("series", Series), ("number", unknown), ("owner", Owner));
        if (range.FirstWithout(forms.IsIssued) is { } kept) return Refusal.Of(RefusalCode.FormNotIssued, ("series", Series), ("number", kept));
        if (forms.SettledWithin(range) is { } other) return Refusal.Of(RefusalCode.FormsAlreadySettled, ("series", Series), ("first", other.First), ("last", other.Last));
        var open = range.Numbers.Where(number => forms.Find(Series, number) is null).ToList();
        return open.Count > 0
            ? Refusal.Of(RefusalCode.FormsNotUsed, ("series", Series), ("count", open.Count), ("numbers", MonthCheck.Listed(open)))
            : Decision.Of(Streams.Forms(Owner), new FormsSettled(Owner, Series, First, Last, Date, By));
    }
}
