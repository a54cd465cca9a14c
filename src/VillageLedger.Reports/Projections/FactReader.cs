using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Reads stored facts for projections. Of facts that only change what is unposted, no more than the voucher's id is read: they are the most.</summary>
internal static class FactReader
{
    public static PlacedFact Read(StoredFact stored) => stored.Type switch
    {
        "voucher-prepared.1" or "voucher-discarded.1" => new(stored, null, VoucherOf(stored.Data.Span)),
        "voucher-amended.1" or "voucher-reviewed.1" or "voucher-signed.1" or "voucher-returned.1" or "voucher-reversed.1" or "voucher-corrected.1" or "suspense-explained.1" => new(stored, null, null),
        _ => FactTypes.Read(stored.Type, stored.Data.Span) is var fact ? new(stored, fact, (fact as VoucherPosted)?.Voucher) : default,
    };

    private static VoucherId VoucherOf(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("voucher"u8);
            reader.Read();
            if (found) return new(reader.GetString()!);
            reader.Skip();
        }

        throw new JsonException("A stored fact on a voucher names none.");
    }
}
