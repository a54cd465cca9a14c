namespace VillageLedger.Tests;

public sealed class NameApproverTests
{
    [Fact]
    public void An_approver_is_named() => Given.AVillage().When(SayClaim.Name("sun", "head", more: ",\"until\":\"2025-12-31\"")).Then(new Stored("approvals/" + Say.Village, "approver-named.1",
        """{"scope":"village/330110112201","user":"sun","level":"head","from":"2025-01-01","namedBy":"zhao","until":"2025-12-31"}"""));

    [Fact]
    public void An_approver_is_not_named_twice_for_a_day() => Given.AVillage().Done(SayClaim.Name("sun", "head", more: ",\"until\":\"2025-12-31\""))
        .When(SayClaim.Name("sun", "head", from: "2025-12-31")).ThenRefused(RefusalCode.ApproverNamedAlready, ("user", "sun"), ("level", "head"), ("scope", Say.Village));

    [Fact]
    public void An_approver_is_named_again_afterwards() =>
        Given.AVillage().Done(SayClaim.Name("sun", "head", more: ",\"until\":\"2025-12-31\"")).When(SayClaim.Name("sun", "head", from: "2026-01-01")).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_approver_ends_after_he_begins() => Given.AVillage().When(SayClaim.Name("sun", "head", more: ",\"until\":\"2024-12-31\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "until"));

    [Fact]
    public void An_unknown_owner_has_no_approvers() => Given.ANewLedger().When(SayClaim.Name("sun", "head")).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void An_unknown_place_has_no_approvers() => Given.AVillage().When(SayClaim.Name("sun", "head", "330111")).ThenRefused(RefusalCode.PlaceUnknown);
}
