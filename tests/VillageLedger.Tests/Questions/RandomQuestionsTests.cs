namespace VillageLedger.Tests;

/// <summary>Whatever is asked in whatever order: nobody answers what he asked or judges what he answered, and what is closed stays so.</summary>
public sealed class RandomQuestionsTests
{
    private const int Rounds = 30;
    private const int Requests = 150;
    private static readonly string[] Users = ["tang", "he", "wang", "li"];

    [Fact]
    public void Nobody_judges_himself_whatever_is_asked_in_whatever_order()
    {
        var seed = Environment.TickCount;
        for (var round = 0; round < Rounds; round++) Run(seed + round);
    }

    private static void Run(int seed)
    {
#pragma warning disable CA5394 // Chance chooses what is asked, nothing else.
        var random = new Random(seed);
        var ledger = SayQuestion.Village().Ledger;
        var (questions, closed) = (new List<string> { "q0" }, new HashSet<string>());
        for (var i = 1; i <= Requests; i++)
        {
            var (question, by, day) = (questions[random.Next(questions.Count)], Users[random.Next(Users.Length)], $"2025-02-{random.Next(1, 29):D2}");
            var request = random.Next(8) switch
            {
                0 or 1 => SayQuestion.Ask("q" + i, by, random.Next(2) == 0 ? SayQuestion.OfVoucher : SayQuestion.OfFigure, asked: "2025-02-01"),
                2 or 3 => SayQuestion.Answer(question, by, day, id: "x" + i),
                4 or 5 => SayQuestion.Return(question, by, day, "2025-03-01", id: "x" + i),
                6 => SayQuestion.Settle(question, by, day, id: "x" + i),
                _ => SayQuestion.Withdraw(question, by, day, id: "x" + i),
            };
            var decision = ledger.Ask(request);
            if (decision.Refusal is not null) continue;
            ledger.Append(decision, request);
            var id = decision.Facts[0].Fact is QuestionAsked asked ? asked.Question : question;
            closed.ShouldNotContain(id, $"seed {seed}");
            if (decision.Facts[0].Fact is QuestionAsked) questions.Add(id);
            if (decision.Facts[0].Fact is QuestionSettled or QuestionWithdrawn) closed.Add(id);
            CheckLaws(ledger, seed);
        }
#pragma warning restore CA5394
    }

    private static void CheckLaws(MemoryLedger ledger, int seed)
    {
        foreach (var (_, question) in ((QuestionRegister)ledger.State(SayQuestion.Register)).Questions)
        {
            question.Askers.Intersect(question.Answerers).ShouldBeEmpty($"seed {seed}");
            if (question.Stage is QuestionStage.Answered or QuestionStage.Settled) question.Answer.ShouldNotBeNull($"seed {seed}");
            if (question.Stage == QuestionStage.Open) question.Due.ShouldBeGreaterThanOrEqualTo(question.LastDay, $"seed {seed}");
        }
    }
}
