namespace VillageLedger;

/// <summary>Hands a range of registered forms to a user (领用). No form is handed out twice.</summary>
public sealed record IssueForms(string Id, UserId By, Owner Owner, string Series, long First, long Last, UserId User, DateOnly Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var range = FormRange.Read(fields);
        return new IssueForms(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), range.Series, range.First, range.Last, fields.Value<UserId>("user"), fields.Date("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (forms, range) = (world.Forms(Owner), new FormRange(Series, First, Last));
        if (range.FirstWithout(forms.IsRegistered) is { } unknown) return Refusal.Of(RefusalCode.FormUnknown, ("series", Series), ("number", unknown), ("owner", Owner));
        return forms.IssuedWithin(range) is { } other
            ? Refusal.Of(RefusalCode.FormsAlreadyIssued, ("series", Series), ("first", other.First), ("last", other.Last), ("user", other.User))
            : Decision.Of(Streams.Forms(Owner), new FormsIssued(Owner, Series, First, Last, User, Date));
    }
}
