namespace VillageLedger;

/// <summary>Lets a contract go on from the day after its last, by terms of its own (续签).</summary>
/// <param name="To">The new last day.</param>
public sealed record RenewContract(
    string Id, UserId By, Owner Owner, string Contract, DateOnly SignedOn, DateOnly To, ContractSchedule Schedule, string? Resolution, Attachment? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RenewContract(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("contract", 64), fields.Date("signedOn"), fields.Date("to"),
            ScheduleFields.Read(fields, "schedule"), fields.OptionalText("resolution"), ScheduleFields.Document(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownContract.FindRunning(world, Owner, Contract, out var contract) is { } fault) return fault;
        var from = contract.To.AddDays(1);
        return ScheduleFields.Check(Schedule, from, To) is { } wrong
            ? wrong
            : Decision.Of(Streams.Contracts(Owner), new ContractRenewed(Owner, Contract, SignedOn, from, To, Schedule, Resolution, Document));
    }
}
