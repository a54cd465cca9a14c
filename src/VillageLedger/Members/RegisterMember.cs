namespace VillageLedger;

/// <summary>Makes a member of a village's cooperative known. The personal fields do not enter the fact: they are kept apart, encrypted, and can be erased.</summary>
public sealed record RegisterMember(string Id, UserId By, string Village, NewMember Member) : Request(Id, By)
{
    public override IReadOnlyList<Person> Persons => [Member.Person];

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterMember(fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), NewMember.Read(fields, withShares: false));
    }

    public override Decision Decide(World world) => RegisterMembers.Decide(world, Village, [Member]);
}
