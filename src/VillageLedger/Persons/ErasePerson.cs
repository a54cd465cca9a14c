namespace VillageLedger;

/// <summary>
/// Erases what is known of a natural person beside the ledger (个人信息保护法 art. 47): the key of the person's fields is deleted once the fact is stored,
/// and again whenever the request is repeated. The person stays a holder; no figure changes.
/// </summary>
/// <param name="Person"><c>member/…</c> or <c>party/…</c> of kind <c>person</c> or <c>member</c>.</param>
public sealed record ErasePerson(string Id, UserId By, Holder Person, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ErasePerson(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Holder>("person"), fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var registration = world.Holder(Person);
        if (!registration.IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Person));
        // The names of others stand in facts, where nothing is erased.
        if (Person.Kind is not (Holder.MemberKind or Holder.PartyKind) || registration.Kind is not ("member" or "person"))
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "person"), ("value", Person), ("expected", "member/… | party/… (member, person)"));
        return registration.IsErased ? Decision.Nothing : Decision.Of(Person.Address, new PersonErased(Person, Reason));
    }
}
