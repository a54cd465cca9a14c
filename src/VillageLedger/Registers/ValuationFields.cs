namespace VillageLedger;

/// <summary>The fields of an appraisal as requests give them.</summary>
internal static class ValuationFields
{
    public static Valuation? Read(Fields fields) => fields.OptionalPart("valuation", part => new Valuation(part.Text("firm", 100), part.Date("date"), part.Text("document")));
}
