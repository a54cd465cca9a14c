namespace VillageLedger;

/// <summary>The floor under what goes to a cooperative's fund (公积公益金).</summary>
public static class PublicFund
{
    private const int Million = 1_000_000;

    /// <summary>What a fund lacks of the floor, in fen; 0 where it reaches it or nothing was earned. The rate comes from the rule's data.</summary>
    /// <param name="netIncomeFen">The year's net income, in fen.</param>
    /// <param name="fundFen">What goes to the fund for the year, in fen.</param>
    /// <param name="floorPpm">The least part of net income, in ppm.</param>
    public static long Shortfall(long netIncomeFen, long fundFen, int floorPpm) =>
        netIncomeFen <= 0 ? 0 : (long)Int128.Clamp(AtLeast(netIncomeFen, floorPpm) - (Int128)fundFen, 0, Money.MaxFen);

    /// <summary>A rate of an amount, in whole fen not below it.</summary>
    public static long AtLeast(long fen, int ratePpm) => (long)(((Int128)fen * ratePpm + Million - 1) / Million);

    /// <summary>A rate of an amount, in whole fen not above it.</summary>
    public static long AtMost(long fen, int ratePpm) => (long)((Int128)fen * ratePpm / Million);
}
