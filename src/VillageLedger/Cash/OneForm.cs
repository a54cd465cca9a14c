namespace VillageLedger;

/// <summary>A form that was handed out and not filled in yet.</summary>
internal static class OneForm
{
    public static Refusal? Check(FormRegister forms, Owner owner, string series, long number)
    {
        if (!forms.IsRegistered(series, number)) return Refusal.Of(RefusalCode.FormUnknown, ("series", series), ("number", number), ("owner", owner));
        if (!forms.IsIssued(series, number)) return Refusal.Of(RefusalCode.FormNotIssued, ("series", series), ("number", number));
        return forms.Find(series, number) is { } state ? Refusal.Of(RefusalCode.FormAlreadyUsed, ("series", series), ("number", number), ("date", VoucherRules.Text(state.Date))) : null;
    }
}
