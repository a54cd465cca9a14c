using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary>One user of each kind for the demonstration's books. Their ids are those that its requests were made by, where there are any.</summary>
internal static class DemoUsers
{
    private const string VillageYear = "330110903201";

    /// <summary>Where the demonstration's books are: townships by the beginning of their villages' codes, companies and ventures each.</summary>
    private static readonly string[] Books =
    [
        "330110012", "330110901", "330110902", "330110903", "venture/" + DemoJointLand.Venture, "venture/" + DemoCompanyForm.Venture, "venture/" + DemoTicket.Venture,
        "company/" + DemoCompanyForm.Company, "company/" + DemoVillageCompany.Company,
    ];

    public static IReadOnlyList<DemonstrationUser> All { get; } =
    [
        new("baozhang-1", "报账员（示例）", Of(Role.Clerk, VillageYear)),
        new("chuna-2", "出纳（示例）", Of(Role.Cashier, Books)),
        new(DemoRequests.Accountant, "会计（示例）", Of(Role.Accountant, Books)),
        new("daili-kuaiji-2", "会计二（示例）", Of(Role.Accountant, VillageYear)),
        new(DemoRequests.Reviewer, "主办会计（示例）", Of(Role.Reviewer, Books)),
        new("zhuban-kuaiji-2", "主办会计二（示例）", Of(Role.Reviewer, VillageYear)),
        new("jianwei-1", "社长（示例）", Of(Role.Chair, VillageYear, "330110012201", "venture/" + DemoJointLand.Venture)),
        new("shenji-1", "乡镇审计（示例）", Of(Role.Auditor, "330110012", "330110903")),
        new("jianguan-1", "县监管（示例）", Of(Role.Regulator, DemoData.County)),
        new("jingli-1", "公司经理（示例）", Of(Role.Manager, "company/" + DemoVillageCompany.Company)),
        new("guanli-1", "管理员（示例）", Of(Role.Administrator, DemoData.County)),
    ];

    /// <summary>What the ids of the demonstration's requests begin with.</summary>
    public static IReadOnlyList<string> Requests { get; } = ["demo:", "renhe:"];

    public static async Task MakeAndTellAsync(LedgerSession ledger, Words words, CancellationToken cancellation)
    {
        if (!await DemonstrationUsers.MakeAsync(ledger, All, Requests, cancellation).ConfigureAwait(false))
        {
            Console.WriteLine(words["demo.users.none"]);
            return;
        }

        Console.WriteLine(words["demo.users", ("password", DemonstrationUsers.Password)]);
        foreach (var user in All)
            Console.WriteLine(words["demo.user", ("user", user.Id.PadRight(16)), ("role", words["role." + user.Grants[0].Role.Name()]), ("try", words["demo.try." + user.Grants[0].Role.Name()])]);
    }

    private static Grant[] Of(Role role, params string[] places) => [.. places.Select(at => new Grant(role, at))];
}
