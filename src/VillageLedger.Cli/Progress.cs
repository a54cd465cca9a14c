using Spectre.Console;

namespace VillageLedger.Cli;

/// <summary>Progress on standard error: a bar on a terminal, a plain line otherwise.</summary>
internal static class Progress
{
    public static async Task<T> RunAsync<T>(string what, Func<Action<long, long>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            await Console.Error.WriteLineAsync(what).ConfigureAwait(false);
            return await work((_, _) => { }).ConfigureAwait(false);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(what));
            task.IsIndeterminate = true;
            return await work((done, total) =>
            {
                task.IsIndeterminate = false;
                task.MaxValue = Math.Max(total, 1);
                task.Value = done;
            }).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
