using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What questions are looked for.</summary>
/// <param name="Stage">Null: whatever became of them.</param>
/// <param name="Voucher">Those about this voucher.</param>
/// <param name="Period">Those asked in its months.</param>
public sealed record QuestionSearch(QuestionStage? Stage = null, VoucherId? Voucher = null, Period? Period = null);

/// <summary>
/// Questions of auditors (疑点) about one owner's books or those of all villages of a place, with their answers, as known at a position; what is due first comes first. Read from the registers of those
/// owners that were ever asked anything, and from no book.
/// </summary>
public static class QuestionsReport
{
    public const string Name = "questions";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("question", CellKind.Text), new("owner", CellKind.Text), new("name", CellKind.Text), new("subject", CellKind.Word), new("voucher", CellKind.Text, OnlyIfFilled: true),
        new("month", CellKind.Text, OnlyIfFilled: true), new("year", CellKind.Count, OnlyIfFilled: true), new("report", CellKind.Text, OnlyIfFilled: true), new("row", CellKind.Text, OnlyIfFilled: true),
        new("column", CellKind.Text, OnlyIfFilled: true), new("options", CellKind.Text, OnlyIfFilled: true), new("position", CellKind.Count, OnlyIfFilled: true), new("text", CellKind.Text),
        new("askedBy", CellKind.Text), new("asked", CellKind.Text), new("due", CellKind.Text), new("state", CellKind.Word, Words: "question"), new("overdue", CellKind.Flag, OnlyIfFilled: true),
        new("answeredBy", CellKind.Text, OnlyIfFilled: true), new("answer", CellKind.Text, OnlyIfFilled: true), new("answered", CellKind.Text, OnlyIfFilled: true),
        new("attachmentCount", CellKind.Count, OnlyIfFilled: true), new("reason", CellKind.Text, OnlyIfFilled: true), new("closed", CellKind.Text, OnlyIfFilled: true),
    ];

    private static readonly Month Latest = new(9999, 12);

    /// <param name="day">Questions that are open after their last day count as overdue on it; null: nothing is said of that, since reports read no clock.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, QuestionSearch search, DateOnly? day, CancellationToken cancellation = default) =>
        await TableAsync(models, at, [owner], owner.Address, search, day, cancellation).ConfigureAwait(false);

    /// <param name="place">The first digits of division codes, as villages belong to it in the end; those that are no more are in it, too.</param>
    /// <param name="day">Questions that are open after their last day count as overdue on it; null: nothing is said of that, since reports read no clock.</param>
    public static async Task<ReportTable> ReadOfPlaceAsync(ReadModels models, LogMoment at, string place, QuestionSearch search, DateOnly? day, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var beginning = Streams.Questions(Owner.Village(""));
        var asked = (await models.Log.StreamsWithAsync([beginning], at.Position, cancellation).ConfigureAwait(false)).Select(stream => stream[beginning.Length..]).ToList();
        var changes = await PlaceChanges.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var owners = asked.Where(village => VillagesOfPlace.IsWithin(changes, village, Latest, place)).Select(Owner.Village).ToList();
        return await TableAsync(models, at, owners, place, search, day, cancellation).ConfigureAwait(false);
    }

    /// <summary>How the options and the cells of <c>state</c> call a stage.</summary>
    public static string WordOf(QuestionStage stage) => stage switch
    {
        QuestionStage.Open => "open",
        QuestionStage.Answered => "answered",
        QuestionStage.Settled => "settled",
        QuestionStage.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException($"No word is known for stage {stage} of a question."),
    };

    private static async Task<ReportTable> TableAsync(
        ReadModels models, LogMoment at, IReadOnlyList<Owner> owners, string subject, QuestionSearch search, DateOnly? day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(search);
        // All registers are asked for before the first is looked at: one round trip.
        var registers = await new WorldAt(models, at.Position).AskAsync(world => owners.Select(owner => world.Questions(owner)).ToList(), cancellation).ConfigureAwait(false);
        var found = registers.SelectMany(register => register.Questions.Values).Where(question => IsWanted(question, search))
            .OrderBy(question => question.Due).ThenBy(question => question.Asked.Owner.Address, StringComparer.Ordinal).ThenBy(question => question.Asked.Question, StringComparer.Ordinal).ToList();
        var names = await ContractsAt.NamesAsync(models, at, found.Select(question => Holder.Of(question.Asked.Owner)), null, cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, found.ConvertAll(question => Row(question, names, day))) { Subject = search.Period is null ? subject : $"{subject} · {search.Period}" };
    }

    private static bool IsWanted(Question question, QuestionSearch search) =>
        (search.Stage is null || question.Stage == search.Stage) && (search.Voucher is null || question.Asked.Voucher == search.Voucher)
        && (search.Period is null || (Month.Of(question.Asked.Asked) >= search.Period.From && Month.Of(question.Asked.Asked) <= search.Period.To));

    private static IReadOnlyList<object?> Row(Question question, IReadOnlyDictionary<Holder, string> names, DateOnly? day)
    {
        var (asked, figure, answer) = (question.Asked, question.Asked.Figure, question.Answer);
        return
        [
            asked.Question, asked.Owner.Address, names.GetValueOrDefault(Holder.Of(asked.Owner)), asked.Voucher is null ? "figure" : "voucher", asked.Voucher?.Value,
            (figure?.Month ?? asked.Month)?.ToString(), (long?)figure?.Year, figure?.Report, figure?.Row, figure?.Column, figure?.Options, figure?.Position, asked.Text,
            asked.AskedBy.Value, ReportTime.Format(asked.Asked), ReportTime.Format(question.Due), WordOf(question.Stage), day is null ? null : question.Stage == QuestionStage.Open && question.Due < day,
            answer?.AnsweredBy.Value, answer?.Text, answer is null ? null : ReportTime.Format(answer.Answered), answer is null ? null : (long)(answer.Attachments?.Count ?? 0), question.Reason,
            question.Stage is QuestionStage.Settled or QuestionStage.Withdrawn ? ReportTime.Format(question.LastDay) : null,
        ];
    }
}
