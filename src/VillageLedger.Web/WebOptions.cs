using System.Net;

namespace VillageLedger.Web;

/// <summary>How a web node serves.</summary>
/// <param name="Address">What it listens on: <c>http://127.0.0.1:5080</c>; port 0 lets the system choose.</param>
internal sealed record WebOptions(string Address = "http://127.0.0.1:5080")
{
    /// <summary>Whether the ledger is the demonstration's: the start page then says who may sign in.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>How long sessions last, and what signing in costs.</summary>
    public UserRules Users { get; init; } = new();

    /// <summary>How many calls are taken.</summary>
    public GuardRules Guards { get; init; } = new();

    /// <summary>Reverse proxies in front of the node, whose word on where a call came from is taken.</summary>
    public IReadOnlyList<IPAddress> BehindProxies { get; init; } = [];

    /// <summary>The folder of the built page.</summary>
    public string Pages { get; init; } = Path.Combine(AppContext.BaseDirectory, "pages");
}
