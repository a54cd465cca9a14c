using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Web;

/// <summary>Whether a failure is the database's and may be over in a moment; what it says of our own statements is a fault of the program.</summary>
internal static class DatabaseTrouble
{
    /// <summary>
    /// Classes and codes of SQLSTATE that say nothing against the statement: connections (08), resources and too many connections (53), serialization and deadlock (40), locks (55P03), cancelled or shut down (57), the machine (58),
    /// and a server that only reads (25006) because another has taken over.
    /// </summary>
    private static readonly string[] Passing = ["08", "40", "53", "57", "58", PostgresErrorCodes.LockNotAvailable, PostgresErrorCodes.ReadOnlySqlTransaction];

    public static bool Is(Exception fault) => fault switch
    {
        PostgresException said => Array.Exists(Passing, beginning => said.SqlState.StartsWith(beginning, StringComparison.Ordinal)),
        // No answer: a connection lost, refused or not to be had in time.
        NpgsqlException => true,
        OutcomeUnknownException => true,
        _ => false,
    };
}

/// <summary>What the node's own log says of failures: never their messages, which may quote what somebody entered.</summary>
internal static class FaultLog
{
    private static readonly Action<ILogger, string, string, Exception?> Trouble = LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(1, "database"), "{Kind} {SqlState}");

    private static readonly Action<ILogger, string, string, string, string, Exception?> Fault =
        LoggerMessage.Define<string, string, string, string>(LogLevel.Error, new EventId(2, "fault"), "{Number} {Kind} {SqlState} {Trace}");

    public static void LogTrouble(this ILogger logger, Exception fault) => Trouble(logger, fault.GetType().Name, StateOf(fault), null);

    public static void LogFault(this ILogger logger, Exception fault, string number) => Fault(logger, number, fault.GetType().Name, StateOf(fault), fault.StackTrace ?? "", null);

    private static string StateOf(Exception fault) => (fault as PostgresException)?.SqlState ?? "";
}
