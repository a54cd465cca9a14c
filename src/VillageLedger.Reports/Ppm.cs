namespace VillageLedger.Reports;

/// <summary>Parts of a whole.</summary>
internal static class Ppm
{
    /// <summary>Parts per million, rounded down; null of nothing.</summary>
    public static long? Of(long part, long whole) => whole == 0 ? null : (long)((Int128)part * 1_000_000 / whole);
}
