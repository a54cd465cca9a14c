namespace VillageLedger;

/// <summary>
/// Something that was decided, in the past tense; never changed once stored. Facts hold what was decided, not what follows from it.
/// The family is closed: <see cref="FactTypes"/> names every member, and every fold has an arm for each it knows and throws at others.
/// </summary>
public abstract record Fact
{
    private protected Fact()
    {
    }
}

/// <summary>A stored fact that this program has no type for: newer data or a foreign writer. Nothing is derived past it.</summary>
public sealed class UnknownFactException : Exception
{
    public UnknownFactException(string type)
        : base($"No fact type '{type}' is known to this program.") => FactType = type;

    public UnknownFactException()
        : this("")
    {
    }

    public UnknownFactException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public string FactType { get; } = "";
}
