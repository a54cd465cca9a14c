namespace VillageLedger.Tests;

/// <summary>What was before, and what is stored of invoices.</summary>
internal static partial class SayClaim
{
    /// <summary>A village's book with the party h001.</summary>
    public static Given Village() => Given.AVillageBook().Done(Say.RegisterParty());

    /// <summary>The same with the claim c1 of 368.00 yuan, approved by sun.</summary>
    public static Given Approved(string more = "") => Village().Done(HandIn(more: more), Approve());

    public static Stored Used(string use, string key = InvoiceKey, string by = "chen", string hash = Hash, string number = Number) =>
        new("invoice/" + key, "invoice-used.1", $$"""{"key":"{{key}}","use":"{{use}}","book":"{{Say.Village}}","invoice":{"issuer":"{{Say.CompanyCode}}","number":"{{number}}"},"sha256":"{{hash}}","usedBy":"{{by}}"}""");

    public static Stored Released(string use, string key = InvoiceKey, string by = "sun") =>
        new("invoice/" + key, "invoice-released.1", $$"""{"key":"{{key}}","use":"{{use}}","releasedBy":"{{by}}"}""");
}
