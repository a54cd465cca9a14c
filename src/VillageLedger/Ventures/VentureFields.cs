namespace VillageLedger;

/// <summary>Fields that requests of ventures share.</summary>
internal static class VentureFields
{
    /// <summary>The id of a venture, with or without <c>venture/</c> before it.</summary>
    public static string Venture(Fields fields) => Id(fields, "venture", Owner.VentureKind);

    /// <summary>An id, with or without its kind before it.</summary>
    public static string Id(Fields fields, string name, string kind)
    {
        var text = fields.Text(name, 80);
        if (fields.Failed) return "";
        var id = text.StartsWith(kind + "/", StringComparison.Ordinal) ? text[(kind.Length + 1)..] : text;
        if (!Ids.IsValid(id)) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", name), ("value", Fields.Shown(text)), ("expected", RequestId.Expected)));
        return id;
    }

    /// <summary>The id of an earlier request.</summary>
    public static string Request(Fields fields, string name) => fields.Value<RequestId>(name).Value ?? "";

    public static IReadOnlyList<HolderWeight> Shares(Fields fields) =>
        fields.Items("shares", item => new HolderWeight(item.Value<Holder>("holder"), item.Weight("weight")));

    /// <summary>Whole square metres.</summary>
    public static long Area(Fields fields) => fields.OptionalWholeNumber("areaSquareMetres") ?? Missing(fields, "areaSquareMetres");

    /// <summary>A whole number from 1 on.</summary>
    public static int Count(Fields fields, string name, int max)
    {
        var count = fields.OptionalCount(name, max) ?? (int)Missing(fields, name);
        if (count == 0 && !fields.Failed) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", name), ("value", 0), ("expected", $"1–{max}")));
        return count;
    }

    private static long Missing(Fields fields, string name)
    {
        if (!fields.Failed) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", name)));
        return 0;
    }
}
