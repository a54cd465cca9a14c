using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class RecordParcelTests
{
    [Fact]
    public void A_parcel_is_recorded() => AFoundedVenture().When(Parcel($$""","provider":"{{A}}","document":"出让合同" """)).Then(new Stored(Jiucun, "parcel-recorded.1", $$"""
        {"venture":"jiucun","parcel":"杭政储出(2025)1号","areaSquareMetres":80000,"location":"余杭街道","date":"2025-01-02","provider":"{{A}}","document":"出让合同"}
        """));

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Parcel(venture: "other")).ThenRefused(RefusalCode.VentureUnknown, ("venture", "other"));

    [Fact]
    public void Of_nobody() => AFoundedVenture().When(Parcel(""","provider":"party/h9" """)).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/h9"));

    [Fact]
    public void Its_area_is_given() => AFoundedVenture().When(Parcel().Replace("\"areaSquareMetres\":80000,", "", StringComparison.Ordinal)).ThenRefused(RefusalCode.FieldMissing, ("field", "areaSquareMetres"));
}
