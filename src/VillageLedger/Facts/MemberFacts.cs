namespace VillageLedger;

/// <summary>
/// A member of a village's cooperative is known. Stream <c>member/{id}</c>. Name, identity number, bank account and telephone never enter a fact: they lie
/// encrypted in schema <c>persons</c>, where they can be erased.
/// </summary>
/// <param name="Member">An id, never used again.</param>
/// <param name="Village">12-digit division code of the village whose cooperative the member belongs to.</param>
/// <param name="Household">The id of a household (户).</param>
/// <param name="Entry">How membership came about (农村集体经济组织法 arts. 11–12): a word of <see cref="Member.Entries"/>; <c>heir</c> is no membership.</param>
public sealed record MemberRegistered(string Member, string Village, DateOnly JoinedOn, string? Household = null, string? Entry = null) : Fact;

/// <summary>A natural person's fields are erased, on request or when they are no longer needed (个人信息保护法 art. 47). Stream of the person. No figure changes.</summary>
/// <param name="Person"><c>member/…</c> or <c>party/…</c>.</param>
public sealed record PersonErased(Holder Person, string Reason) : Fact;

/// <summary>The share register of a village's cooperative begins. Stream <c>shares/{village}</c>, like all facts on shares of members.</summary>
/// <param name="Mode"><c>static</c> (静态管理: births and deaths change nothing) or <c>dynamic</c> (动态管理).</param>
/// <param name="UnitsPerShare">How many units one share (股) has, for ever: with 100, half a share is 50 units.</param>
/// <param name="From">The first day on which shares can be held.</param>
/// <param name="Kinds">Words of <see cref="ShareKinds"/>.</param>
public sealed record ShareRegisterOpened(
    string Village, string Mode, long UnitsPerShare, DateOnly From, IReadOnlyList<string> Kinds, string Resolution) : Fact;

/// <summary>Units that a holder has more or, negative, fewer of.</summary>
/// <param name="Holder"><c>member/…</c>, or the cooperative itself (<c>village/{code}</c>) for collective shares.</param>
/// <param name="Kind">A word of <see cref="ShareKinds"/>.</param>
/// <param name="Units">Never 0.</param>
public sealed record ShareChange(Holder Holder, string Kind, long Units);

/// <summary>A fact that changes what holders have, at the end of a day.</summary>
public interface IShareChanges
{
    string Village { get; }

    DateOnly Date { get; }

    IReadOnlyList<ShareChange> Changes { get; }
}

/// <summary>Shares are granted (配股): every change is positive.</summary>
/// <param name="Reason">Why a static register changes after its opening day.</param>
public sealed record SharesGranted(string Village, DateOnly Date, IReadOnlyList<ShareChange> Changes, string Resolution, string? Reason = null) : Fact, IShareChanges;

/// <summary>Shares end (销股): every change is negative.</summary>
/// <param name="Cause">A word of <see cref="CancelShares.Causes"/>.</param>
public sealed record SharesCancelled(string Village, DateOnly Date, IReadOnlyList<ShareChange> Changes, string Cause, string Resolution) : Fact, IShareChanges;

/// <summary>Shares of one who died go to heirs: the changes sum to zero for each kind.</summary>
/// <param name="Document">The certificate of inheritance, the judgment or the agreement.</param>
public sealed record SharesInherited(string Village, DateOnly Date, IReadOnlyList<ShareChange> Changes, string Document) : Fact, IShareChanges;

/// <summary>A member's shares go to another member: two changes that sum to zero.</summary>
public sealed record MemberSharesTransferred(string Village, DateOnly Date, IReadOnlyList<ShareChange> Changes, string Document) : Fact, IShareChanges;

/// <summary>A holder's shares can no longer be transferred or inherited from this day on; they keep their income.</summary>
public sealed record SharesFrozen(string Village, Holder Holder, DateOnly Date, string Document) : Fact;

/// <summary>A holder's shares can be transferred and inherited again from this day on.</summary>
public sealed record SharesReleased(string Village, Holder Holder, DateOnly Date, string Document) : Fact;

/// <summary>A dividend is split by what was held at the end of this day: no entry may be dated on or before it any more.</summary>
public sealed record RecordDateSet(string Village, string Dividend, DateOnly Date) : Fact;
