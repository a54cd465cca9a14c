namespace VillageLedger;

/// <summary>The figure of a report that a question is about, as it stood when it was asked.</summary>
/// <param name="Report">The report's name: <c>trial-balance</c>.</param>
/// <param name="Row">The address of the row, as <c>./ledger explain --row</c> takes it.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Position">The position of the log that the report was read at.</param>
/// <param name="Month">The month that it is of.</param>
/// <param name="Year">The year that it is of; with a month, the one that holds it.</param>
/// <param name="Options">What else the report was asked for, as in an address: <c>account=112&amp;level=2</c>.</param>
public sealed record AskedFigure(string Report, string Row, string Column, long Position, Month? Month = null, int? Year = null, string? Options = null);

/// <summary>An auditor has a question (疑点) about an owner's books: about one of its vouchers, a figure of a report, or a voucher behind a figure. Stream <c>questions/{owner}</c>, like all facts on questions.</summary>
/// <param name="Question">The id of the request.</param>
/// <param name="Owner">Whose books are asked about.</param>
/// <param name="Asked">Day of the question.</param>
/// <param name="Due">Last day for the answer.</param>
/// <param name="Month">Where the voucher lies in the owner's book.</param>
public sealed record QuestionAsked(
    string Question, Owner Owner, string Text, DateOnly Asked, DateOnly Due, UserId AskedBy, VoucherId? Voucher = null, Month? Month = null, AskedFigure? Figure = null) : Fact;

/// <summary>A question was answered; whether that is enough is for auditors to say.</summary>
/// <param name="Answered">Day of the answer.</param>
public sealed record QuestionAnswered(string Question, string Text, DateOnly Answered, UserId AnsweredBy, IReadOnlyList<Attachment>? Attachments = null) : Fact;

/// <summary>An answer was not enough: the question is open again.</summary>
/// <param name="Text">What is missing.</param>
/// <param name="Due">Last day for the next answer.</param>
public sealed record AnswerReturned(string Question, string Text, DateOnly Returned, DateOnly Due, UserId ReturnedBy) : Fact;

/// <summary>The answer is enough: the question is closed for good.</summary>
/// <param name="Text">What the auditor found.</param>
public sealed record QuestionSettled(string Question, DateOnly Settled, UserId SettledBy, string? Text = null) : Fact;

/// <summary>A question is not asked any more; no answer is due.</summary>
public sealed record QuestionWithdrawn(string Question, DateOnly Withdrawn, UserId WithdrawnBy, string? Reason = null) : Fact;
