namespace VillageLedger;

/// <summary>
/// What somebody asks the ledger to do. <see cref="Id"/> is the caller's and unique in the ledger; <see cref="By"/> is the acting user.
/// A request decides purely: no clock, no id of its own making, no input or output.
/// </summary>
public abstract record Request(string Id, UserId By)
{
    /// <summary>Facts or a refusal, on the states that the world answers with.</summary>
    public abstract Decision Decide(World world);

    /// <summary>Natural persons whose fields come with this request; they are kept apart from its facts, and only when it is done.</summary>
    public virtual IReadOnlyList<Person> Persons => [];

    /// <summary>The id of the voucher that this request prepares.</summary>
    internal VoucherId AsVoucher => new(Id);
}
