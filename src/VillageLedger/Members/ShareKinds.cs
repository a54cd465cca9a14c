namespace VillageLedger;

/// <summary>The kinds of shares in the income of a village's cooperative (收益权份额).</summary>
public static class ShareKinds
{
    /// <summary>人口股: by head.</summary>
    public const string Population = "population";

    /// <summary>农龄股: by years worked in the collective.</summary>
    public const string YearsWorked = "years-worked";

    /// <summary>集体股: held by the cooperative itself, by nobody else.</summary>
    public const string Collective = "collective";

    public static readonly string[] All = [Population, YearsWorked, Collective];

    /// <summary>Those that members hold.</summary>
    public static readonly string[] Personal = [Population, YearsWorked];
}
