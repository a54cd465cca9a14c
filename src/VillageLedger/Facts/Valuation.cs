namespace VillageLedger;

/// <summary>An appraisal (评估) of what is contributed otherwise than in money (公司法 art. 48; 浙江省农村集体资产管理条例 art. 36).</summary>
/// <param name="Firm">Who appraised it.</param>
/// <param name="Date">As of when.</param>
/// <param name="Document">The number or name of the report.</param>
public sealed record Valuation(string Firm, DateOnly Date, string Document);
