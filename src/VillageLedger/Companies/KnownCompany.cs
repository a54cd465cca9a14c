namespace VillageLedger;

/// <summary>The company that a request speaks of.</summary>
internal static class KnownCompany
{
    /// <summary>Why a request cannot speak of this company on this day, or null.</summary>
    public static Refusal? Find(World world, string code, DateOnly date, out Company company) =>
        Find(world, code, out company)
        ?? (date < company.Founded ? Refusal.Of(RefusalCode.BeforeFounding, ("date", VoucherRules.Text(date)), ("founded", VoucherRules.Text(company.Founded))) : null);

    /// <summary>Why a request cannot speak of this company at all, or null.</summary>
    public static Refusal? Find(World world, string code, out Company company)
    {
        ArgumentNullException.ThrowIfNull(world);
        company = Company.Unknown;
        var unknown = Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Company(code)));
        if (!CreditCode.IsValid(code)) return unknown;
        company = world.Company(code);
        // Until the company is fetched nothing can be said of it; what is decided then is decided again.
        return company.IsKnown || !world.IsComplete ? null : unknown;
    }

    /// <summary>Why somebody cannot hold capital of a company, or null. A company holds none of its own (公司法 arts. 89, 162: it must give up what it takes back).</summary>
    public static Refusal? CheckHolder(World world, string company, Holder holder)
    {
        if (holder.Address == Streams.Company(company)) return Refusal.Of(RefusalCode.OwnShareholder, ("company", holder));
        return world.Holder(holder).IsKnown ? null : Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
    }
}
