using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>
/// Two villages of one township and one of another, each with a canary: a name and amounts that stand nowhere else. A company of the second village alone; a venture of the first two. One user for each role and place.
/// </summary>
public sealed class AccessWorld : IAsyncLifetime
{
    public const string Company = "91330110MA2AAAAA1X";

    internal sealed record CanaryVillage(string Code, string Name, string Township, IReadOnlyList<long> Fen)
    {
        public string Address => "village/" + Code;

        public string Voucher => "v" + Code[^1];
    }

    /// <summary>Income, an asset and a contract, a claim, and the part of an allocation (weights 5 and 3 of 100,000,008 fen).</summary>
    internal static readonly IReadOnlyList<CanaryVillage> Villages =
    [
        new("330110112201", "金雀甲村", "径山镇", [11_111_117, 11_414_117, 11_515_117, 11_616_117, 62_500_005]),
        new("330110112202", "金雀乙村", "径山镇", [22_222_227, 22_424_227, 22_525_227, 22_626_227, 37_500_003]),
        new("330110113203", "金雀丙村", "黄湖镇", [33_333_337, 33_434_337, 33_535_337, 33_636_337]),
    ];

    /// <summary>Users by name, with the villages that they may see something of.</summary>
    internal static readonly IReadOnlyList<(string User, Grant Grant, int[] Sees)> Users =
    [
        ("clerk", new(Role.Clerk, "village/330110112201"), [0]),
        ("cashier", new(Role.Cashier, "330110112201"), [0]),
        ("accountant", new(Role.Accountant, "330110112201"), [0]),
        ("centre", new(Role.Accountant, "330110112"), [0, 1]),
        ("reviewer", new(Role.Reviewer, "330110112201"), [0]),
        ("chair", new(Role.Chair, "village/330110112201"), [0]),
        ("manager", new(Role.Manager, "company/" + Company), []),
        ("auditor", new(Role.Auditor, "330110112"), [0, 1]),
        ("regulator", new(Role.Regulator, "330110"), [0, 1, 2]),
        ("administrator", new(Role.Administrator, "330110"), []),
        ("public", new(Role.Public, "330110"), []),
        ("nobody", null!, []),
    ];

    /// <summary>Who sees the venture of the first two villages, and who the company of the second.</summary>
    internal static readonly HashSet<string> SeesVenture = ["centre", "auditor", "regulator"], SeesCompany = ["centre", "auditor", "regulator", "manager"];

    /// <summary>A file that a voucher, a claim and an answer of each village name.</summary>
    private static readonly byte[] File = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 1];

    internal static readonly string FileHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File));

    internal TestNode Node { get; private set; } = null!;

    /// <summary>A job of the accountant's, and a session of somebody's.</summary>
    internal (string Job, string Session) Others { get; private set; }

    public async ValueTask InitializeAsync()
    {
        // The matrix asks faster than people do.
        Node = await TestNode.StartAsync(null, options => options with { Guards = new() { PerAddress = 1_000_000, PerSession = 1_000_000 } }, [.. Users.Select(ViewerOf)]);
        var refused = new List<string>();
        foreach (var request in Villages.SelectMany(OfVillage).Concat(Shared()))
            if ((await Node.Ledger.Requests.DoAsync(TestLedger.Read(request))).Refusal is { } refusal) refused.Add($"{refusal.Message(Language.English)}: {request}");
        refused.ShouldBeEmpty();
        var newest = (await Node.Ledger.Log.NewestAsync()).Position;
        await Node.Ledger.Models.CatchUpAsync(newest);
        await Node.Of<Requests.AttachmentStore>().PutAsync("a.png", File);
        var jobs = Node.Of<JobStore>();
        await jobs.AddAsync("accountants", new("accountant"), "archive", "{}", CancellationToken.None);
        await jobs.PutFileAsync("accountants", "a.zip", new MemoryStream([1]), CancellationToken.None);
        await jobs.EndAsync("accountants", "done", "{}", CancellationToken.None);
        using var somebody = await Node.AsAsync("listed");
        Others = ("accountants", (await Node.Of<Sessions>().ListAsync("listed", CancellationToken.None))[0].Handle);
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    internal static IEnumerable<string> OfVillage(CanaryVillage village)
    {
        var (code, owner, n) = (village.Code, village.Address, village.Code[^1]);
        yield return $$"""{"request":"register-village","id":"vi{{n}}","by":"zhao","village":"{{code}}","name":"{{village.Name}}","township":"{{village.Township}}","county":"余杭区"}""";
        yield return $$"""{"request":"open-book","id":"ob{{n}}","by":"zhao","owner":"{{owner}}","standard":"rural-2023","month":"2026-01"}""";
        yield return $$"""{"request":"add-account","id":"aa{{n}}","by":"zhao","owner":"{{owner}}","account":"10201","name":"{{village.Name}}存款","parent":"102"}""";
        yield return Prepare(village.Voucher, owner, village.Fen[0], village.Name);
        yield return $$"""{"request":"review-voucher","id":"rv{{n}}","by":"li","voucher":"{{village.Voucher}}"}""";
        yield return $$"""{"request":"post-voucher","id":"po{{n}}","by":"li","voucher":"{{village.Voucher}}"}""";
        yield return Prepare("open" + n, owner, village.Fen[0], village.Name);
        yield return $$"""{"request":"add-asset","id":"as{{n}}","by":"zhao","owner":"{{owner}}","asset":"gd-{{n}}","class":"fixed","name":"{{village.Name}}粮仓","category":"房屋","placedOn":"2019-06-30","costFen":{{village.Fen[1]}},"use":"operating","residualFen":0,"usefulLifeMonths":240,"accumulatedFen":0,"accumulatedThrough":"2025-12","account":"151"}""";
        yield return $$"""{"request":"register-party","id":"pa{{n}}","by":"zhao","party":"p{{n}}","name":"承租户{{n}}","kind":"company"}""";
        yield return $$"""{"request":"sign-contract","id":"ct{{n}}","by":"zhao","owner":"{{owner}}","contract":"zl-{{n}}","kind":"lease","direction":"receivable","party":"party/p{{n}}","subject":"{{village.Name}}厂房","signedOn":"2025-12-20","from":"2026-01-01","to":"2026-12-31","schedule":{"every":"quarter","amountFen":{{village.Fen[2]}},"due":"advance","dueDay":10},"account":"501","receivable":"112"}""";
        yield return $$"""{"request":"prepare-voucher","id":"av{{n}}","by":"zhao","book":"{{owner}}","date":"2026-01-11","summary":"附件","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}],"attachments":[{"name":"a.png","sha256":"{{FileHash}}"}]}""";
        yield return $$"""{"request":"hand-in-claim","id":"at{{n}}","by":"chen","book":"{{owner}}","date":"2026-01-05","lines":[{"summary":"附件","amountFen":1}],"payee":"party/p{{n}}","attachments":[{"name":"a.png","sha256":"{{FileHash}}"}]}""";
        yield return $$"""{"request":"hand-in-claim","id":"cl{{n}}","by":"chen","book":"{{owner}}","date":"2026-01-05","lines":[{"summary":"{{village.Name}}用餐","amountFen":{{village.Fen[3]}}}],"payee":"party/p{{n}}"}""";
        yield return $$"""{"request":"open-fund","id":"of{{n}}","by":"zhao","owner":"{{owner}}","fund":"f{{n}}","kind":"special","donor":"party/p{{n}}","purposes":[{"purpose":"road","name":"{{village.Name}}机耕路"}],"amountFen":{{village.Fen[3]}}}""";
        yield return $$"""{"request":"open-share-register","id":"sr{{n}}","by":"zhao","village":"{{code}}","mode":"dynamic","unitsPerShare":100,"from":"2026-01-01","kinds":["population"],"resolution":"r"}""";
        yield return $$"""{"request":"register-member","id":"me{{n}}","by":"zhao","village":"{{code}}","member":"m-{{n}}","name":"{{village.Name}}人","joinedOn":"2026-01-01"}""";
        yield return $$"""{"request":"grant-shares","id":"gs{{n}}","by":"zhao","village":"{{code}}","date":"2026-01-05","grants":[{"member":"m-{{n}}","kind":"population","units":{{village.Fen[3]}}}],"resolution":"r"}""";
        yield return $$"""{"request":"register-bank-account","id":"ba{{n}}","by":"zhao","owner":"{{owner}}","bankAccount":"jb{{n}}","account":"10201","bank":"{{village.Name}}支行","number":"20100001234567{{n}}","kind":"basic","openedOn":"2026-01-01"}""";
        yield return $$"""{"request":"define-village-group","id":"vg{{n}}","by":"zhao","group":"g{{n}}","name":"{{n}}号组","kind":"joint","from":"2026-01","villages":["{{code}}"],"source":"r"}""";
        yield return $$"""{"request":"ask-question","id":"qu{{n}}","by":"tang","owner":"{{owner}}","voucher":"{{village.Voucher}}","text":"{{village.Name}}请说明","asked":"2026-02-01","due":"2026-02-10"}""";
        yield return $$"""{"request":"answer-question","id":"an{{n}}","by":"zhao","question":"qu{{n}}","text":"{{village.Name}}已说明","answered":"2026-02-02","attachments":[{"name":"a.png","sha256":"{{FileHash}}"}]}""";
    }

    private static string Prepare(string id, string owner, long fen, string text) =>
        $$"""{"request":"prepare-voucher","id":"{{id}}","by":"zhao","book":"{{owner}}","date":"2026-01-10","summary":"{{text}}租金","lines":[{"account":"101","debitFen":{{fen}}},{"account":"501","creditFen":{{fen}}}]}""";

    private static IEnumerable<string> Shared()
    {
        var (one, other) = (Villages[0].Address, Villages[1].Address);
        yield return $$"""{"request":"register-company","id":"rc","by":"zhao","company":"{{Company}}","name":"强村公司","kind":"asset-operation","founded":"2026-01-01","shareholders":[{"holder":"{{other}}","subscribedFen":50000000,"paidInFen":0}]}""";
        yield return """{"request":"found-venture","id":"fv","by":"zhao","venture":"lian","name":"联合","kind":"joint-land","form":"co-owned","month":"2026-01"}""";
        yield return $$"""{"request":"agree-shares","id":"ag","by":"zhao","venture":"lian","from":"2026-01-01","shares":[{"holder":"{{one}}","weight":5},{"holder":"{{other}}","weight":3}],"resolution":"r"}""";
        yield return $$"""{"request":"authorise-allocations","id":"au1","by":"zhao","venture":"lian","holder":"{{one}}","resolution":"r"}""";
        yield return $$"""{"request":"authorise-allocations","id":"au2","by":"zhao","venture":"lian","holder":"{{other}}","resolution":"r"}""";
        yield return """{"request":"allocate-income","id":"al","by":"zhao","venture":"lian","month":"2026-01","date":"2026-01-28","totalFen":100000008,"policy":"by-share"}""";
        yield return """{"request":"confirm-allocation","id":"ca","by":"li","allocation":"al"}""";
    }

    internal static Viewer ViewerOf((string User, Grant Grant, int[] Sees) user) => new(new(user.User), user.User, user.Grant is null ? [] : [user.Grant]);

    internal static IEnumerable<CanaryVillage> Unseen(int[] sees) => Villages.Where((_, index) => !sees.Contains(index));

    /// <summary>What tells of a village in a text: its name, an amount in fen, in yuan, with separators.</summary>
    internal static IEnumerable<string> CanariesOf(CanaryVillage village) =>
        village.Fen.SelectMany(fen => (string[])[Invariant($"{fen}"), Invariant($"{fen / 100}.{fen % 100:D2}"), Invariant($"{fen / 100:N0}.{fen % 100:D2}")]).Append(village.Name);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>One world for all tests of access, one after the other: some of them take a guard away.</summary>
[CollectionDefinition(nameof(AccessWorld))]
public sealed class AccessWorldTests : ICollectionFixture<AccessWorld>;
