namespace VillageLedger;

/// <summary>Makes a range of numbered receipts or cheques known, as they were bought or printed. No number of a series is registered twice.</summary>
/// <param name="BankAccount">On which account cheques are drawn; only they have one.</param>
public sealed record RegisterForms(string Id, UserId By, Owner Owner, string Series, long First, long Last, string Kind, string? BankAccount) : Request(Id, By)
{
    private const string Cheque = "cheque";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var range = FormRange.Read(fields);
        var (kind, bankAccount) = (fields.Word("kind", "receipt", Cheque), fields.Optional<RequestId>("bankAccount")?.Value);
        if (!fields.Failed && bankAccount is not null && kind != Cheque) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "bankAccount"), ("value", bankAccount), ("expected", "kind = cheque")));
        return new RegisterForms(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), range.Series, range.First, range.Last, kind, bankAccount);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (forms, desk) = (world.Forms(Owner), world.Cash(Owner));
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (BankAccount is { } account && desk.Find(account) is not { IsOpen: true }) return CashFields.BankAccountUnknown(Owner, account);
        if (forms.Overlapping(new(Series, First, Last)) is { } other) return Refusal.Of(RefusalCode.FormsOverlap, ("series", Series), ("first", other.First), ("last", other.Last));
        var decision = Decision.Of(Streams.Forms(Owner), new FormsRegistered(Owner, Series, Kind, First, Last, BankAccount));
        return BankAccount is null ? decision : decision.While(Streams.Cash(Owner));
    }
}
