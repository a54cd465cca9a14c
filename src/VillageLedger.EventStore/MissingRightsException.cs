namespace VillageLedger.EventStore;

/// <summary>Thrown when the connection's login may not make the ledger's roles and tables, or not take its roles; the message says what an administrator grants it.</summary>
public sealed class MissingRightsException : Exception
{
    public MissingRightsException(string login, Exception inner)
        : base(
            $"The login {login} lacks a right ({inner?.Message}). Use one that owns the database and may make roles (create role {login} login createrole), "
            + $"or have a superuser run: {string.Join(" ", Roles.All.Select(role => $"create role {role} nologin;"))} grant {string.Join(", ", Roles.All)} to {login};",
            inner)
    {
    }

    public MissingRightsException()
    {
    }

    public MissingRightsException(string message)
        : base(message)
    {
    }
}
