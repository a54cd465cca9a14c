namespace VillageLedger;

/// <summary>
/// Asks an owner's accountant a question (提出疑点): about one of its vouchers, about a figure of a report, or about a voucher that stands behind a figure. The question's id is this request's.
/// </summary>
/// <param name="Owner">Whose books are asked about.</param>
/// <param name="Asked">Day of the question.</param>
/// <param name="Due">Last day for the answer.</param>
public sealed record AskQuestion(string Id, UserId By, Owner Owner, VoucherId? Voucher, AskedFigure? Figure, string Text, DateOnly Asked, DateOnly Due) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var asked = new AskQuestion(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Optional<VoucherId>("voucher"), fields.OptionalPart("figure", QuestionFields.ReadFigure),
            QuestionFields.Text(fields), fields.Date("asked"), fields.Date("due"));
        if (asked is { Voucher: null, Figure: null }) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "voucher | figure")));
        return asked;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.Questions(Owner);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (QuestionFields.CheckNotBefore("due", Due, Asked) is { } early) return early;
        if (Figure is { Month: { } figureMonth, Year: { } year } && figureMonth.Year != year)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "figure.year"), ("value", year), ("expected", figureMonth.Year));
        var month = Voucher is { } voucher ? MonthOf(world, voucher) : null;
        return Voucher is not null && month is null
            ? Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", Voucher))
            : Decision.Of(Streams.Questions(Owner), new QuestionAsked(Id, Owner, Text, Asked, Due, By, Voucher, month, Figure));
    }

    /// <summary>The month of the owner's book that a voucher lies in, in whatever stage it is; null where there is none.</summary>
    private Month? MonthOf(World world, VoucherId voucher)
    {
        // One of several that a request prepared together lies anywhere: the request's first fact may stand in another book, or in a venture.
        if (!voucher.IsJoint) return world.PlaceOf(voucher) is { } place && place.Owner == Owner && world.Book(Owner, place.Month).Find(voucher) is not null ? place.Month : null;
        if (world.StreamOf(voucher.Request).Length == 0 || !world.Accounts(Owner).IsOpen) return null;
        var first = world.Accounts(Owner).Eras.First().FirstMonth;
        return first.To(MonthCheck.EarliestOpen(world, Owner).Next).Select(month => (Month: month, Book: world.Book(Owner, month))).ToList()
            .Where(each => each.Book.Find(voucher) is not null).Select(each => (Month?)each.Month).FirstOrDefault();
    }
}
