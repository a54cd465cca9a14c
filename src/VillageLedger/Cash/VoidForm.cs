namespace VillageLedger;

/// <summary>Records that a form was spoilt or lost (作废): it counts as accounted for.</summary>
public sealed record VoidForm(string Id, UserId By, Owner Owner, string Series, long Number, DateOnly Date, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new VoidForm(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), FormRange.SeriesOf(fields), fields.Whole("number", 0, Money.MaxFen), fields.Date("date"),
            fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return OneForm.Check(world.Forms(Owner), Owner, Series, Number) is { } fault
            ? fault
            : Decision.Of(Streams.Forms(Owner), new FormVoided(Owner, Series, Number, Date, Reason));
    }
}
