namespace VillageLedger;

/// <summary>The kinds of steps of a dividend. Which of them a payer has, in which order and how much at least, is for its rule to say.</summary>
public static class DividendSteps
{
    /// <summary>弥补亏损: this year's result makes up for what earlier years lost.</summary>
    public const string CoverLoss = "cover-loss";

    /// <summary>法定公积金, of a company.</summary>
    public const string StatutoryReserve = "statutory-reserve";

    /// <summary>任意公积金, of a company.</summary>
    public const string OptionalReserve = "optional-reserve";

    /// <summary>公积公益金, of a village's cooperative.</summary>
    public const string PublicFund = "public-fund";

    /// <summary>向股东（成员）分配.</summary>
    public const string Distribute = "distribute";

    public static readonly IReadOnlyList<string> All = [CoverLoss, StatutoryReserve, OptionalReserve, PublicFund, Distribute];
}
