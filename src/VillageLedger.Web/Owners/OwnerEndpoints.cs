using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Who keeps books, with which accounts, and whom lines may name: what fields are filled from.</summary>
internal static class OwnerEndpoints
{
    public static void MapOwners(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/owners", AllAsync);
        api.MapGet("/api/owners/{kind}/{id}/accounts", AccountsAsync);
        api.MapGet("/api/owners/{kind}/{id}/parties", PartiesAsync);
    }

    private static async Task AllAsync(HttpContext context, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        await context.JsonAsync(await SeenAsync(context, scope, ledger).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The owners that whoever asks sees, by their addresses.</summary>
    public static async Task<IReadOnlyList<OwnerAnswer>> SeenAsync(HttpContext context, Scope scope, LedgerSession ledger)
    {
        var at = await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
        var month = Month.Of(ReportTime.DayOf(at.RecordedAt ?? DateTimeOffset.UnixEpoch));
        var owners = await KnownOwners.ReadAsync(scope.Models, at.Position, month, context.RequestAborted).ConfigureAwait(false);
        return [.. owners.Where(one => scope.Sees(one.Owner)).Select(Of)];
    }

    private static OwnerAnswer Of(KnownOwner one) => new(
        one.Owner.Address, one.Name, Pinyin.InitialsOf(one.Name), one.Owner.Kind, one.Township, one.TownshipName, one.County, one.CountyName, one.Standard,
        one.FirstMonth?.ToString(), one.ClosedThrough?.ToString(), one.LastMonth?.ToString(), one.RetiredFrom?.ToString());

    private static async Task AccountsAsync(HttpContext context, string kind, string id, LedgerSession ledger)
    {
        if (await OwnerOfAsync(context, kind, id, ledger).ConfigureAwait(false) is not var (owner, scope)) return;
        var month = context.Value<Month>("month");
        var position = (await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false)).Position;
        var (all, rules) = await new WorldAt(scope.Models, position).AskAsync(world => (world.Accounts(owner), world.Rules), context.RequestAborted).ConfigureAwait(false);
        var accounts = month is { } of ? all.At(of) : all;
        if (!accounts.IsOpen || rules.Chart(accounts.Standard!) is not { } chart) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var isEnglish = context.Language() == Language.English;
        var ofChart = chart.Accounts.Select(one => AnswerOf(accounts, chart, one.Code, isEnglish && one.EnglishName.Length > 0 ? one.EnglishName : one.Name, one.Name, one.Parent));
        var own = accounts.Added.Values.Select(one => AnswerOf(accounts, chart, one.Account, one.Name, one.Name, one.Parent));
        await context.JsonAsync(ofChart.Concat(own).OrderBy(one => one.Account, StringComparer.Ordinal)).ConfigureAwait(false);
    }

    private static AccountAnswer AnswerOf(VillageLedger.Accounts accounts, Chart chart, AccountCode code, string name, string chinese, AccountCode? parent)
    {
        var root = chart.RootOf(code);
        return new(
            code.Value, name, Pinyin.InitialsOf(chinese), parent?.Value, !accounts.HasDetails(chart, code),
            // Accounts with a balance on either side are read like their class: what is owed to others stands in credit.
            root?.Side == Side.Credit || root is { Side: Side.Both, Class: AccountClass.Liability or AccountClass.Equity or AccountClass.Income } ? "credit" : "debit",
            root?.Role switch { AccountRole.Cash => "cash", AccountRole.Bank => "bank", AccountRole.Internal => "internal", _ => null }, accounts.Requires(code));
    }

    private static async Task PartiesAsync(HttpContext context, string kind, string id, LedgerSession ledger)
    {
        if (await OwnerOfAsync(context, kind, id, ledger).ConfigureAwait(false) is not var (owner, scope)) return;
        var position = (await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false)).Position;
        await using var fields = new PersonFields(ledger.Log);
        // Whoever may read them in the balances with parties may read them here.
        var withNames = context.Flag("names")
            && await ScopedReport.FindAsync(scope, ledger, PartyBalances.Name, [new("book", owner.Address), new("names", "true")], context.RequestAborted).ConfigureAwait(false) is not null;
        PersonNaming? naming = withNames
            ? async (persons, cancellation) => (await fields.FindManyAsync(persons, cancellation).ConfigureAwait(false)).ToDictionary(person => person.Key, person => person.Value.Name)
            : null;
        var parties = await KnownParties.ReadAsync(scope.Models, position, owner, naming, context.RequestAborted).ConfigureAwait(false);
        // Other owners are named where they are known to whoever asks, or the book deals with them.
        await context.JsonAsync(parties.Where(one => one.IsOwn || one.Party.Owner is not { } other || scope.Knows(other)).Select(one => new PartyAnswer(one.Party.Address, one.Name, Pinyin.InitialsOf(one.Name), one.Party.Kind))).ConfigureAwait(false);
    }

    /// <summary>Who an address is about, where whoever asks may see it; else the answer is written.</summary>
    private static async Task<(Owner Owner, Scope Scope)?> OwnerOfAsync(HttpContext context, string kind, string id, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        if (Owner.TryParse($"{kind}/{id}", out var owner) && scope.Sees(owner)) return (owner, scope);
        await context.NotPermittedAsync().ConfigureAwait(false);
        return null;
    }
}

internal sealed record OwnerAnswer(
    string Owner, string Name, string Initials, string Kind, string? Township, string? TownshipName, string? County, string? CountyName, string? Standard, string? FirstMonth, string? ClosedThrough,
    string? LastMonth, string? RetiredFrom);

internal sealed record AccountAnswer(string Account, string Name, string Initials, string? Parent, bool Leaf, string BalanceSide, string? Role, IReadOnlyList<string> Requires);

internal sealed record PartyAnswer(string Party, string? Name, string Initials, string Kind);
