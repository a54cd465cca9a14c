namespace VillageLedger;

/// <summary>
/// Changes the terms of a contract from the first day of a month on (补充协议). Its periods are counted anew from there; the one that the day falls into is cut. What is raised stays: terms
/// are not amended for days that a raised instalment is for.
/// </summary>
public sealed record AmendContract(string Id, UserId By, ContractAmended Terms) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AmendContract(fields.Text("id"), fields.Value<UserId>("by"), new(
            fields.Value<Owner>("owner"), fields.Text("contract", 64), fields.Value<Month>("from"), ScheduleFields.Read(fields, "schedule"), fields.Text("reason"),
            fields.OptionalDate("to"), fields.OptionalText("resolution"), ScheduleFields.Document(fields)));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownContract.FindRunning(world, Terms.Owner, Terms.Contract, out var contract) is { } fault) return fault;
        if (Terms.From < Month.Of(contract.Agreed.From) || Terms.From > Month.Of(contract.To)) return KnownContract.NotInForce(contract, Terms.From.FirstDay);
        var first = contract.FirstDayOf(Terms.From);
        if (ScheduleFields.Check(Terms.Schedule, first, Terms.To ?? contract.To) is { } wrong) return wrong;
        var raised = world.Contracts(Terms.Owner).Raised(world).Values.Where(part => part.Instalment.Contract == contract.Id && part.Instalment.To >= first).OrderBy(part => part.Instalment.To).LastOrDefault();
        return raised.Instalment is { } last
            ? Refusal.Of(RefusalCode.ContractMonthRaised, ("contract", contract.Id), ("month", Terms.From), ("number", last.Number), ("to", VoucherRules.Text(last.To)), ("voucher", raised.In.Voucher))
            : Decision.Of(Streams.Contracts(Terms.Owner), Terms);
    }
}
