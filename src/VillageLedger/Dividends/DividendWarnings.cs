namespace VillageLedger;

/// <summary>What the law may find fault with though a dividend can be right: said in its facts, refused by nobody.</summary>
public static class DividendWarnings
{
    /// <summary>The fund gets less than the floor of the whole net income, because a loss is covered first.</summary>
    public const string FundBelowFloor = "fund-below-floor";

    /// <summary>A member holds more of all shares than the law allows.</summary>
    public const string MemberBeyondLimit = "member-beyond-limit";
}
