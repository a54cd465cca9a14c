using System.Text;
using VillageLedger.EventStore;

// Writes until it is killed: CrashWriter CONNECTION NAME. Each of its callers gives the next number of a common book, as posting a voucher
// does, with a mark in a stream of its own in the same append. Says "ready", then "ID FIRST LAST NUMBER" for each append that was
// acknowledged, in one unbuffered write.
var log = await EventLog.OpenAsync(new(args[0], "crash 1"));
using var output = Console.OpenStandardOutput();
Say("ready\n");
await Task.WhenAll(Enumerable.Range(0, 8).Select(CallAsync));

async Task CallAsync(int caller)
{
    var (book, marks) = ($"book/{caller % 3}", $"marks/{args[1]}-{caller}");
    long number = 0, marked = 0;
    while (true)
    {
        var id = Guid.CreateVersion7().ToString();
        var facts = new[] { Fact(book, "posted.1", id, $$"""{"number":{{number + 1}}}"""), Fact(marks, "marked.1", id, "{}"), Fact(marks, "marked.1", id, "{}") };
        var expected = new Dictionary<string, long> { [book] = number, [marks] = marked };
        switch (await log.AppendAsync(new(facts, expected, [new(id, Encoding.UTF8.GetBytes(id), "accountant-1", 0, 2, book)])))
        {
            case AppendResult.Done done:
                Say($"{id} {done.First} {done.Last} {number + 1}\n");
                (number, marked) = (number + 1, marked + 2);
                break;
            case AppendResult.Conflict conflict:
                number = conflict.Actual;
                break;
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }
}

NewFact Fact(string stream, string type, string id, string data) => new(stream, type, Encoding.UTF8.GetBytes(data), id, "accountant-1");

void Say(string line)
{
    lock (output) output.Write(Encoding.UTF8.GetBytes(line));
}
