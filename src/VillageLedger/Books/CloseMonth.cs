namespace VillageLedger;

/// <summary>Closes a month for good, when everything that <see cref="MonthCheck"/> looks at allows it; the fact carries what was checked.</summary>
public sealed record CloseMonth(string Id, UserId By, Owner Book, Month Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CloseMonth(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Book);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        // A month further ahead cannot have been opened; nothing between need be read to know that.
        if (VoucherRules.CheckMonth(world, Book, Month.FirstDay) is { } fault) return fault;
        var checks = MonthCheck.Of(world, Book, Month);
        if (!world.IsComplete) return Decision.Nothing;
        var stops = checks.Where(check => check.State == CheckState.Stops).ToList();
        return stops.Count > 0
            ? Refusal.Of(RefusalCode.MonthNotReady, ("month", Month), ("stops", string.Join(" / ", stops.Select(stop => stop.Detail(Language.Chinese)))), ("stopsEn", string.Join(" / ", stops.Select(stop => stop.Detail(Language.English)))))
            : MonthCheck.Relied(world, Book).Aggregate(Decision.Of(Streams.Book(Book, Month), new MonthClosed(Book, Month, [.. checks.Select(check => new ClosingCheck(check.Check, check.StateName))], By)), (decision, stream) => decision.While(stream));
    }
}
