namespace VillageLedger;

/// <summary>The accounting standards that books can be kept by.</summary>
public static class Standards
{
    /// <summary>村集体经济组织会计制度, 财会〔2004〕12号; ended on 2023-12-31.</summary>
    public const string Rural2004 = "rural-2004";

    /// <summary>农村集体经济组织会计制度, 财会〔2023〕14号; from 2024-01-01.</summary>
    public const string Rural2023 = "rural-2023";

    /// <summary>小企业会计准则, 财会〔2011〕17号; from 2013-01-01.</summary>
    public const string SmallEnterprise2013 = "small-enterprise-2013";

    public static readonly IReadOnlyList<string> All = [Rural2004, Rural2023, SmallEnterprise2013];

    /// <summary>The first and last month in which a standard is in force; no last month while it is (财会〔2004〕12号, 财会〔2023〕14号, 财会〔2011〕17号).</summary>
    public static (Month From, Month? To) InForce(string standard) => standard switch
    {
        Rural2004 => (new(2005, 1), new(2023, 12)),
        Rural2023 => (new(2024, 1), null),
        SmallEnterprise2013 => (new(2013, 1), null),
        _ => throw new InvalidOperationException($"No time is known for standard {standard}."),
    };

    /// <summary>The standards that a kind of owner may keep books by.</summary>
    public static IReadOnlyList<string> For(Owner owner) => owner.Kind switch
    {
        Owner.VillageKind => [Rural2004, Rural2023],
        Owner.CompanyKind => [SmallEnterprise2013],
        _ => All,
    };
}
