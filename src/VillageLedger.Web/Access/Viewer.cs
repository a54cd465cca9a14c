namespace VillageLedger.Web;

/// <summary>What somebody is at a place or for an owner.</summary>
internal enum Role
{
    /// <summary>报账员: hands in a village's receipts, sees its figures.</summary>
    Clerk,

    /// <summary>出纳: money in and out; keeps no income ledger (会计法 art. 35).</summary>
    Cashier,

    /// <summary>会计: vouchers of the owners given to him.</summary>
    Accountant,

    /// <summary>复核、主办会计: reviews and closes.</summary>
    Reviewer,

    /// <summary>社长、负责人: approves claims and plans.</summary>
    Chair,

    /// <summary>乡镇审计: reads a township's villages, questions, approves.</summary>
    Auditor,

    /// <summary>县监管: reads a county at any moment.</summary>
    Regulator,

    /// <summary>公司经理.</summary>
    Manager,

    /// <summary>管理员: manages users, sees no money.</summary>
    Administrator,

    /// <summary>公众: the masked disclosures.</summary>
    Public,
}

/// <summary>A role of a user.</summary>
/// <param name="At">Where: a prefix of the division code (6 county, 9 township, 12 village) or an owner's address.</param>
internal sealed record Grant(Role Role, string At);

/// <summary>Who asks.</summary>
internal sealed record Viewer(UserId User, string Name, IReadOnlyList<Grant> Grants);

internal static class Viewers
{
    /// <summary>Who asks; null when nobody is signed in.</summary>
    public static Viewer? Viewer(this HttpContext context) => context.Features.Get<Viewer>();
}
