namespace VillageLedger.Tests;

/// <summary>A law that did not hold, with the case.</summary>
internal sealed class BrokenLawException(string message) : Exception(message);
