using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Somebody as everybody may read of him.</summary>
/// <param name="Kind"><c>village</c>, <c>company</c>, <c>venture</c>, <c>public-body</c>, <c>group</c>, <c>person</c> or <c>member</c>.</param>
/// <param name="Shown">The name of a village, a company, a venture or a public body; of everybody else the masked id.</param>
internal sealed record DisclosedParty(string Kind, string? Shown);

/// <summary>
/// Who stands in what is made public: organisations by name, natural persons and groups of them by kind and a masked id (个人信息保护法 art. 25). No name of a natural person is read here at all: it is in no fact.
/// </summary>
internal sealed class DisclosedParties
{
    private const string Mask = "***";

    private static readonly string[] Named = [Owner.VillageKind, Owner.CompanyKind, Owner.VentureKind, "public-body"];

    private readonly Dictionary<Holder, DisclosedParty> all;

    private DisclosedParties(Dictionary<Holder, DisclosedParty> all) => this.all = all;

    public DisclosedParty this[Holder holder] => all[holder];

    public static async Task<DisclosedParties> ReadAsync(ReadModels models, LogMoment at, WorldAt world, IReadOnlyCollection<Holder> holders, CancellationToken cancellation)
    {
        var kinds = await world.AskAsync(known => holders.Distinct().ToDictionary(holder => holder, holder => KindOf(known, holder)), cancellation).ConfigureAwait(false);
        var names = await ContractsAt.NamesAsync(models, at, kinds.Where(pair => Named.Contains(pair.Value)).Select(pair => pair.Key), null, cancellation).ConfigureAwait(false);
        return new(kinds.ToDictionary(pair => pair.Key, pair => new DisclosedParty(pair.Value, Named.Contains(pair.Value) ? names.GetValueOrDefault(pair.Key) : Masked(pair.Key.Code))));
    }

    /// <summary>An id of which nothing is left that tells whose it is: first and last character of those long enough.</summary>
    public static string Masked(string id) => id.Length > Mask.Length ? id[..1] + Mask + id[^1..] : Mask;

    /// <summary>Whatever is not known to be an organisation is treated as a person.</summary>
    private static string KindOf(World world, Holder holder) => holder.Kind != Holder.PartyKind ? holder.Kind : world.Holder(holder).Kind switch
    {
        "company" or "public-body" or "group" or "member" => world.Holder(holder).Kind!,
        _ => "person",
    };
}
