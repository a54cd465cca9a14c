using System.Collections.Frozen;

namespace VillageLedger;

/// <summary>
/// The versions of one kind of rule that this program carries: data under <c>Rules</c>, immutable and named by the SHA-256 of their text. Which
/// one is in force is decided by a <see cref="RulesAdopted"/>.
/// </summary>
/// <param name="kind">What the rules are: <c>posting-map</c> …</param>
/// <param name="files">The name of each rule and the resource that holds a version of it; several versions of one name stand one after the other, the newest last.</param>
/// <param name="read">A rule from its name, version and rows.</param>
public sealed class RuleVersions<T>(string kind, IReadOnlyList<(string Name, string Resource)> files, Func<string, string, IReadOnlyList<IReadOnlyDictionary<string, string>>, T> read)
    where T : class
{
    private readonly FrozenDictionary<string, (string Name, Lazy<T> Rule)> versions = files
        .Select(file => (file.Name, Text: Resources.Text(file.Resource)))
        .ToFrozenDictionary(
            file => Resources.Hash(file.Text),
            file => (file.Name, new Lazy<T>(() => read(file.Name, Resources.Hash(file.Text), [.. Resources.RowsOf(file.Text)]))));

    public string Kind => kind;

    /// <summary>Every version with the name of its rule; the newest of a name is the one to put in force in a new ledger.</summary>
    public IReadOnlyList<(string Name, string Version)> Carried { get; } = [.. files.Select(file => (file.Name, Resources.Hash(Resources.Text(file.Resource))))];

    public bool Carries(string name, string version) => versions.TryGetValue(version, out var rule) && rule.Name == name;

    /// <summary>A version that this program does not carry means a database written by a newer program.</summary>
    public T OfVersion(string version) =>
        versions.TryGetValue(version, out var rule) ? rule.Rule.Value : throw new InvalidOperationException($"Version {version} of a {kind} is not part of this program; use the newer one that adopted it.");

    /// <summary>The rule of a name in force. While the world is incomplete any version does: the decision is taken again.</summary>
    public T InForce(World world, string name)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Rules.VersionOf(kind, name) is { } version) return OfVersion(version);
        return world.IsComplete
            ? throw new InvalidOperationException($"No {kind} is in force for {name}.")
            : OfVersion(Carried.Last(carried => carried.Name == name).Version);
    }
}
