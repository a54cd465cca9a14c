namespace VillageLedger;

/// <summary>Fields that requests on dividends share, and finding what they are about.</summary>
internal static class DividendFields
{
    /// <summary>Payments and agreed shares in one request.</summary>
    public const int MaxHolders = 5_000;

    /// <summary>The id of a dividend, with or without <c>dividend/</c> before it.</summary>
    public static string Dividend(Fields fields) => VentureFields.Id(fields, "dividend", Streams.DividendKind);

    /// <summary>The dividend with an id, or that there is none.</summary>
    public static Refusal? Find(World world, string id, out Dividend dividend)
    {
        dividend = world.Dividend(id);
        return dividend.IsKnown ? null : Refusal.Of(RefusalCode.DividendUnknown, ("dividend", id));
    }

    /// <summary>The dividend with an id when it is resolved and stands.</summary>
    public static Refusal? FindResolved(World world, string id, out Dividend dividend) =>
        Find(world, id, out dividend) ?? (dividend.Stage == DividendStage.Resolved ? null : Refusal.Of(RefusalCode.DividendNotResolved, ("dividend", id)));
}
