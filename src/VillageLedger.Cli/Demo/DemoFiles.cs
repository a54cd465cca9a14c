using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>Pictures and documents of the demonstration's vouchers, invented: a receipt (收据) of each village's warehouse rents, the e-invoice of <see cref="DemoVillageYear"/>.</summary>
internal static class DemoFiles
{
    private static readonly (string Name, string Resource)[] All = [("收据.jpg", "demo/receipt.jpg"), ("发票.pdf", "demo/invoice.pdf")];

    private static readonly string ReceiptHash = Convert.ToHexStringLower(SHA256.HashData(Read(All[0].Resource)));

    /// <summary>The receipt as vouchers name it.</summary>
    public static JsonArray Receipt => [new JsonObject { ["name"] = All[0].Name, ["sha256"] = ReceiptHash }];

    /// <summary>Stores them; those that are there stay.</summary>
    public static async Task PutAsync(LedgerSession session, CancellationToken cancellation)
    {
        var store = new AttachmentStore(session.Log);
        await using var _ = store.ConfigureAwait(false);
        foreach (var (name, resource) in All)
            if ((await store.PutAsync(name, Read(resource), cancellation: cancellation).ConfigureAwait(false)).Refusal is { } refusal)
                throw new InvalidOperationException($"A file of the demonstration was refused: {refusal.Message(Language.English)}");
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
