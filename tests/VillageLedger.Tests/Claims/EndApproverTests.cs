namespace VillageLedger.Tests;

public sealed class EndApproverTests
{
    [Fact]
    public void An_approver_is_ended() => Given.AVillage().Done(SayClaim.Name("sun", "head")).When(SayClaim.End("sun", "head")).Then(new Stored("approvals/" + Say.Village, "approver-ended.1",
        """{"scope":"village/330110112201","user":"sun","level":"head","until":"2025-06-30","endedBy":"zhao"}"""));

    [Fact]
    public void Nobody_is_ended_who_is_no_approver() => Given.AVillage().Done(SayClaim.Name("sun", "head")).When(SayClaim.End("sun", "township"))
        .ThenRefused(RefusalCode.ApproverUnknown, ("user", "sun"), ("level", "township"), ("scope", Say.Village), ("date", "2025-06-30"));

    [Fact]
    public void Nobody_is_ended_before_he_begins() => Given.AVillage().Done(SayClaim.Name("sun", "head")).When(SayClaim.End("sun", "head", until: "2024-12-31")).ThenRefused(RefusalCode.ApproverUnknown);

    [Fact]
    public void An_end_is_not_put_off() => Given.AVillage().Done(SayClaim.Name("sun", "head"), SayClaim.End("sun", "head")).When(SayClaim.End("sun", "head", until: "2025-07-31", id: "later")).ThenRefused(RefusalCode.ApproverUnknown);
}
