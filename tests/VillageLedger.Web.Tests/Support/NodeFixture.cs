namespace VillageLedger.Web.Tests;

/// <summary>One node, and users of each kind that its tests need, for a class.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    internal TestNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
