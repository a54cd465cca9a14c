using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Which streams an owner's books consist of, and nobody else's.</summary>
internal static class ArchiveStreams
{
    /// <summary>Parties and members, who are known by an id wherever they appear.</summary>
    private const string Others = "\"((?:party|member)/[A-Za-z0-9._:-]+)\"";

    /// <summary>Everything of the owner's own; the places it lies in; the ventures that it takes part in; dividends that it pays or gets; the parties and members that it names; the rules.</summary>
    /// <remarks>
    /// A dividend of another village stays that village's: its members stand in it. Companies that the owner has a share in keep their own registers, too; what they paid stands in its books.
    /// </remarks>
    public static async Task<IReadOnlyList<string>> OfAsync(EventLog log, Owner owner, long position, CancellationToken cancellation)
    {
        var own = await ExistingAsync(log, [.. OwnOf(owner)], [$"book/{owner}/", $"bank/{owner}/"], position, cancellation).ConfigureAwait(false);
        var shared = await NamingAsync(log, ["venture/", "invoice/"], owner, position, cancellation).ConfigureAwait(false);
        var dividends = new List<string>();
        foreach (var dividend in await NamingAsync(log, [Streams.DividendKind + "/"], owner, position, cancellation).ConfigureAwait(false))
            if (await IsSharedAsync(log, dividend, owner, cancellation).ConfigureAwait(false)) dividends.Add(dividend);
        var named = await log.TextsInAsync([.. own, .. dividends], Others, position, cancellation).ConfigureAwait(false);
        return [.. own.Concat(shared).Concat(dividends).Concat(await ExistingAsync(log, named, [], position, cancellation).ConfigureAwait(false)).Append(Streams.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OwnOf(Owner owner)
    {
        yield return owner.Address;
        yield return Streams.Accounts(owner);
        yield return Streams.Claims(owner);
        yield return Streams.Approvals(owner.Address);
        yield return Streams.Questions(owner);
        yield return Streams.Cash(owner);
        yield return Streams.Forms(owner);
        yield return Streams.Contracts(owner);
        yield return Streams.Assets(owner);
        yield return Streams.Funds(owner);
        if (owner.Kind != Owner.VillageKind) yield break;
        yield return Streams.Shares(owner.Code);
        foreach (var digits in (int[])[6, 9, 12])
        {
            if (owner.Code.Length < digits) yield break;
            yield return Streams.Place(owner.Code[..digits]);
            yield return Streams.Thresholds(owner.Code[..digits]);
            yield return Streams.Approvals(owner.Code[..digits]);
        }
    }

    private static async Task<IReadOnlyList<string>> ExistingAsync(EventLog log, IReadOnlyCollection<string> names, IReadOnlyCollection<string> beginnings, long position, CancellationToken cancellation)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        return [.. (await log.StreamsWithAsync([.. names, .. beginnings], position, cancellation).ConfigureAwait(false))
            .Where(stream => wanted.Contains(stream) || beginnings.Any(beginning => stream.StartsWith(beginning, StringComparison.Ordinal)))];
    }

    private static async Task<IReadOnlyList<string>> NamingAsync(EventLog log, IReadOnlyCollection<string> beginnings, Owner owner, long position, CancellationToken cancellation) =>
        await log.StreamsNamingAsync(await log.StreamsWithAsync(beginnings, position, cancellation).ConfigureAwait(false), owner.Address, position, cancellation).ConfigureAwait(false);

    private static async Task<bool> IsSharedAsync(EventLog log, string dividend, Owner owner, CancellationToken cancellation)
    {
        var first = (await log.ReadStreamAsync(dividend, toVersion: 1, cancellation: cancellation).ConfigureAwait(false)).Single();
        return FactTypes.Read(first.Type, first.Data.Span) is not DividendProposed proposed || proposed.Payer == owner || proposed.Payer.Kind != Owner.VillageKind;
    }
}
