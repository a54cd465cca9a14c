namespace VillageLedger;

/// <summary>
/// What is known of a natural person beside the ledger: kept encrypted in schema <c>persons</c>, erasable, in no fact, request row or log line (个人信息保护法).
/// </summary>
/// <param name="Holder"><c>member/…</c> or <c>party/…</c>.</param>
/// <param name="IdentityNumber">居民身份证号, 18 characters (GB 11643).</param>
public sealed record Person(Holder Holder, string Name, string? IdentityNumber = null, string? BankAccount = null, string? Phone = null)
{
    public const int MaxBankAccount = 40;
    public const int MaxPhone = 30;

    /// <summary>The fields of a person within a request. No refusal quotes them.</summary>
    public static Person Read(Fields fields, Holder holder)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var name = fields.PersonalText("name", 100);
        var number = fields.OptionalPersonalText("identityNumber", 40)?.ToUpperInvariant();
        if (number is not null && !VillageLedger.IdentityNumber.IsValid(number))
            fields.Refuse(Refusal.Of(RefusalCode.IdentityNumberInvalid, ("field", fields.PathOf("identityNumber"))));
        return new(holder, name, number, fields.OptionalPersonalText("bankAccount", MaxBankAccount), fields.OptionalPersonalText("phone", MaxPhone));
    }

    /// <summary>The address alone: whatever is printed by chance names nobody.</summary>
    public override string ToString() => Holder.Address;
}
