using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Batches;

/// <summary>A month's step for many books: those that cannot are named, the others are done; run again, nothing is done twice.</summary>
public sealed class MonthBatchTests : IAsyncLifetime
{
    private const int Villages = 12;

    private static readonly IReadOnlyList<Owner> Books = [.. Enumerable.Range(0, Villages).Select(number => Owner.Village($"3301101122{number:D2}"))];

    private TestLedger ledger = null!;

    /// <summary>Villages with a rent each in January, prepared by wang; the third's by li, who reviews.</summary>
    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        foreach (var (i, book) in Books.Index())
            await ledger.DoneAsync(Say.RegisterVillage($"r{i}", book.Code, $"村{i}"), Say.OpenBook(owner: book.Address, id: $"o{i}"), Say.Prepare($"v{i}", by: i == 2 ? "li" : "wang", book: book.Address));
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task Three_that_cannot_close_are_named_and_the_others_close()
    {
        await RunAsync(BatchStep.Review);
        await RunAsync(BatchStep.Post);
        await ledger.DoneAsync(Say.Prepare("w4", book: Books[4].Address), Say.Prepare("w7", book: Books[7].Address));
        var answers = await RunAsync(BatchStep.Close);
        answers.Where(answer => answer.State == BatchState.Refused).Select(answer => $"{answer.Book.Code[^2..]} {answer.Refusal!.StableCode}").Order().ShouldBe(["02 month-not-ready", "04 month-not-ready", "07 month-not-ready"]);
        answers.Count(answer => answer.State == BatchState.Done).ShouldBe(Villages - 3);
        (await ClosingsAsync()).ShouldBe(Villages - 3);
    }

    [Fact]
    public async Task A_reviewer_leaves_own_vouchers_to_others()
    {
        var refused = (await RunAsync(BatchStep.Review)).Single(answer => answer.State == BatchState.Refused);
        refused.Book.ShouldBe(Books[2]);
        refused.Refusal!.Code.ShouldBe(RefusalCode.ReviewByPreparer);
    }

    [Fact]
    public async Task Run_again_nothing_is_done_twice()
    {
        foreach (var step in (BatchStep[])[BatchStep.Review, BatchStep.Post, BatchStep.Close])
        {
            await RunAsync(step);
            var newest = await ledger.NewestAsync();
            (await RunAsync(step)).ShouldAllBe(answer => answer.State != BatchState.Done);
            (await ledger.NewestAsync()).ShouldBe(newest);
        }

        (await RunAsync(BatchStep.Close, "zhou")).Count(answer => answer.State == BatchState.Already).ShouldBe(Villages - 1);
    }

    [Fact]
    public async Task What_comes_after_a_review_is_reviewed_by_the_next()
    {
        await RunAsync(BatchStep.Review);
        await ledger.DoneAsync(Say.Prepare("w4", book: Books[4].Address));
        (await RunAsync(BatchStep.Review)).Single(answer => answer.State == BatchState.Done).Book.ShouldBe(Books[4]);
    }

    [Fact]
    public async Task An_id_that_stands_for_something_else_is_no_closing()
    {
        await ledger.DoneAsync(Say.RegisterParty(id: $"close:2025-01:village.{Books[0].Code}:li"));
        var answer = (await RunAsync(BatchStep.Close, books: [Books[0]])).Single();
        (answer.State, answer.Refusal?.Code).ShouldBe((BatchState.Refused, RefusalCode.IdReused));
    }

    [Fact]
    public async Task Depreciation_that_is_proposed_is_not_proposed_again()
    {
        await ledger.DoneAsync(
            $$"""{"request":"add-asset","id":"add-a1","by":"zhao","owner":"{{Books[0].Address}}","asset":"a1","class":"fixed","name":"粮仓","category":"房屋","placedOn":"2024-12-10","costFen":120000,"use":"operating","residualFen":0,"usefulLifeMonths":12}""");
        (await RunAsync(BatchStep.Propose, books: [Books[0]])).Single().State.ShouldBe(BatchState.Done);
        (await RunAsync(BatchStep.Propose, books: [Books[0]])).Single().State.ShouldBe(BatchState.Already);
    }

    [Fact]
    public async Task What_was_closed_by_another_request_is_closed()
    {
        await RunAsync(BatchStep.Review, books: [Books[0]]);
        await RunAsync(BatchStep.Post, books: [Books[0]]);
        await ledger.DoneAsync(Say.Close(book: Books[0].Address));
        (await RunAsync(BatchStep.Close, books: [Books[0]])).Single().State.ShouldBe(BatchState.Already);
    }

    [Fact]
    public async Task A_book_that_is_not_open_is_refused() => (await RunAsync(BatchStep.Close, books: [Owner.Village("330110112299")])).Single().Refusal!.Code.ShouldBe(RefusalCode.BookNotOpen);

    [Fact]
    public async Task An_address_longer_than_an_id_is_named_by_its_hash() =>
        (await RunAsync(BatchStep.Close, books: [Owner.Venture(new string('x', 64))])).Single().Refusal!.Code.ShouldBe(RefusalCode.BookNotOpen);

    [Fact]
    public void Only_requests_that_there_are_are_made() => MonthBatch.RequestsOf(BatchStep.Propose).ShouldAllBe(name => RequestTypes.Names.Contains(name));

    private async Task<List<BatchAnswer>> RunAsync(BatchStep step, string by = "li", IReadOnlyList<Owner>? books = null)
    {
        var answers = new List<BatchAnswer>();
        await new MonthBatch(ledger.Log, ledger.Runner).RunAsync(step, new(2025, 1), books ?? Books, new(by), 4, answers.Add);
        answers.Select(answer => answer.Book).ShouldBe(books ?? Books, ignoreOrder: true);
        return answers;
    }

    private async Task<long> ClosingsAsync() => (await ledger.QueryAsync<long>("select count(*) from ledger.mt_events where type = 'month-closed.1'")).Single();
}
