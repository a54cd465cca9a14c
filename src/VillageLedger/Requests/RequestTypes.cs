using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace VillageLedger;

/// <summary>A request as read: the request itself or why it cannot be read; its canonical content for recognising it again.</summary>
/// <param name="Id">The caller's id as far as it could be read, else "".</param>
public sealed record ReadRequest(string Id, Request? Request, Refusal? Refusal, byte[] Content);

/// <summary>The names of all requests and how each is read from JSON.</summary>
public static class RequestTypes
{
    private static readonly FrozenDictionary<string, Func<Fields, Request>> Readers = new Dictionary<string, Func<Fields, Request>>
    {
        ["register-village"] = RegisterVillage.Read,
        ["register-company"] = RegisterCompany.Read,
        ["register-party"] = RegisterParty.Read,
        ["adopt-rules"] = AdoptRules.Read,
        ["add-account"] = AddAccount.Read,
        ["open-book"] = OpenBook.Read,
        ["prepare-voucher"] = PrepareVoucher.Read,
        ["amend-voucher"] = AmendVoucher.Read,
        ["review-voucher"] = ReviewVoucher.Read,
        ["return-voucher"] = ReturnVoucher.Read,
        ["discard-voucher"] = DiscardVoucher.Read,
        ["post-voucher"] = PostVoucher.Read,
        ["post-vouchers"] = PostVouchers.Read,
        ["reverse-voucher"] = ReverseVoucher.Read,
        ["close-month"] = CloseMonth.Read,
    }.ToFrozenDictionary();

    /// <summary>Every request's name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads one JSON object in UTF-8. Duplicate keys, unknown fields, NUL and half surrogate pairs are refused.</summary>
    public static ReadRequest Read(ReadOnlyMemory<byte> json)
    {
        if (Parse(json, allowDuplicates: false, out _) is { } document)
        {
            using (document) return Read(document.RootElement);
        }

        using var lenient = Parse(json, allowDuplicates: true, out var column);
        return new("", null, Refusal.Of(lenient is null ? RefusalCode.JsonInvalid : RefusalCode.JsonDuplicateKey, ("column", column)), []);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json, bool allowDuplicates, out long column)
    {
        column = 0;
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = allowDuplicates, MaxDepth = 16 });
        }
        catch (JsonException fault)
        {
            column = (fault.BytePositionInLine ?? 0) + 1;
            return null;
        }
    }

    private static ReadRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return new("", null, Refusal.Of(RefusalCode.JsonInvalid, ("column", 1)), []);
        var fields = new Fields(json);
        var name = fields.Text("request", 64);
        var id = fields.Value<VoucherId>("id").Value ?? "";
        if (!fields.Failed && !Readers.ContainsKey(name)) return new(id, null, Refusal.Of(RefusalCode.RequestUnknown, ("request", name)), []);
        if (fields.Failed) return new(Ids.IsValid(id) ? id : "", null, fields.Fault, []);
        var request = Readers[name](fields);
        fields.RefuseOthers();
        return fields.Failed ? new(id, null, fields.Fault, []) : new(id, request, null, Encoding.UTF8.GetBytes(CanonicalJson.Of(json)));
    }
}
