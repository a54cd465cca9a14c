using System.Runtime.CompilerServices;

namespace VillageLedger.Reports.Tests.Projections;

/// <summary>A fact that nobody thought of stops the read models; one that is known stands in one group.</summary>
public sealed class FactGroupsTests
{
    /// <summary>Every fact but the steps of a voucher that no read model looks into.</summary>
    public static TheoryData<string> Names => [.. FactTypes.Names.Except(
        ["voucher-prepared.1", "voucher-amended.1", "voucher-reviewed.1", "voucher-signed.1", "voucher-returned.1", "voucher-discarded.1", "voucher-reversed.1", "voucher-corrected.1", "suspense-explained.1"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fact_stands_in_exactly_one_group(string name)
    {
        var fact = (Fact)RuntimeHelpers.GetUninitializedObject(FactTypes.TypeOf(name));
        new[]
        {
            FactGroups.IsOfRegisters(fact), FactGroups.IsOfBooks(fact), FactGroups.IsOfVentures(fact), FactGroups.IsOfCompanies(fact), FactGroups.IsOfMembers(fact), FactGroups.IsOfDividends(fact), FactGroups.IsOfOwnersRegisters(fact),
        }.Count(holds => holds).ShouldBe(1);
    }
}
