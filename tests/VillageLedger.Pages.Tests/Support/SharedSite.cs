namespace VillageLedger.Pages.Tests;

/// <summary>One web node for several journeys, which go one after the other and keep to books of their own.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.OpenAsync();

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<SharedSite>
{
    public const string Name = "one site";
}
