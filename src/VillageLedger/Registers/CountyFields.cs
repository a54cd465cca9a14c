namespace VillageLedger;

/// <summary>Reads a county's division code: 6 digits.</summary>
internal static class CountyFields
{
    public static string? Optional(Fields fields, string name)
    {
        var county = fields.OptionalText(name, 40);
        if (county is not null && (county.Length != RegisterVillage.CountyLength || !county.All(char.IsAsciiDigit)))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", name), ("value", county), ("expected", "6 × 0–9")));
        return county;
    }

    public static string Read(Fields fields, string name)
    {
        var county = Optional(fields, name);
        if (county is null) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", name)));
        return county ?? "";
    }
}
