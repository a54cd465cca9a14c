using System.CommandLine;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary><c>./ledger user …</c>: who may sign in. A password is read from standard input or made up and shown once; never an argument, which every process of the machine can read.</summary>
internal static class UserCommands
{
    public static Command Of(Words words, SessionOptions session) => new("user", words["cli.user"])
    {
        Add(words, session), Password(words, session), Role(words, session, "grant", (desk, user, role, at, ct) => desk.GiveAsync(user, role, at, UserDesk.CommandLine, ct)),
        Role(words, session, "revoke", (desk, user, role, at, ct) => desk.TakeAsync(user, role, at, UserDesk.CommandLine, ct)), List(words, session),
        State(words, session, "disable", true), State(words, session, "enable", false),
    };

    private static Command Add(Words words, SessionOptions session)
    {
        var (id, name) = (Id(words), new Option<string?>("--name") { Description = words["cli.user.name"] });
        var (administrator, stdin) = (new Option<bool>("--administrator") { Description = words["cli.user.administrator"] }, Stdin(words));
        var command = new Command("add", words["cli.user.add"]) { id, name, administrator, stdin };
        command.SetAction((parsed, cancellation) => session.AtDeskAsync(parsed, words, async desk =>
        {
            var (user, password) = (parsed.GetValue(id)!, await ChosenAsync(parsed.GetValue(stdin)).ConfigureAwait(false));
            if (await desk.Desk.AddAsync(user, parsed.GetValue(name) ?? user, password, cancellation).ConfigureAwait(false) is { } fault) return fault;
            await desk.NoteAsync("add-user", user, "", cancellation).ConfigureAwait(false);
            if (!parsed.GetValue(stdin)) Console.WriteLine(words["cli.user.shown", ("user", user), ("password", password)]);
            return parsed.GetValue(administrator)
                ? await desk.WithAsync(user, "give-role", "administrator", account => desk.Desk.GiveAsync(account, "administrator", "", UserDesk.CommandLine, cancellation), cancellation).ConfigureAwait(false) : null;
        }, cancellation));
        return command;
    }

    private static Command Password(Words words, SessionOptions session)
    {
        var (id, stdin) = (Id(words), Stdin(words));
        var command = new Command("password", words["cli.user.password"]) { id, stdin };
        command.SetAction((parsed, cancellation) => session.AtDeskAsync(parsed, words, async desk =>
        {
            var (user, password) = (parsed.GetValue(id)!, await ChosenAsync(parsed.GetValue(stdin)).ConfigureAwait(false));
            var fault = await desk.WithAsync(user, "new-password", "", account => desk.Desk.SetPasswordAsync(account, password, UserDesk.CommandLine, cancellation), cancellation).ConfigureAwait(false);
            if (fault is null && !parsed.GetValue(stdin)) Console.WriteLine(words["cli.user.shown", ("user", user), ("password", password)]);
            return fault;
        }, cancellation));
        return command;
    }

    private static Command Role(Words words, SessionOptions session, string name, Func<UserDesk, UserAccount, string, string, CancellationToken, Task<string?>> act)
    {
        var (id, role) = (Id(words), new Argument<string>("role") { Description = words["cli.user.role"] });
        var at = new Argument<string>("at") { Description = words["cli.user.at"], DefaultValueFactory = _ => "" };
        role.AcceptOnlyFromAmong([.. RoleNames.All.Where(one => one != "public")]);
        var command = new Command(name, words["cli.user." + name]) { id, role, at };
        command.SetAction((parsed, cancellation) => session.AtDeskAsync(parsed, words, desk => desk.WithAsync(
            parsed.GetValue(id)!, name == "grant" ? "give-role" : "take-role", $"{parsed.GetValue(role)} {parsed.GetValue(at)}".Trim(),
            account => act(desk.Desk, account, parsed.GetValue(role)!, parsed.GetValue(at)!, cancellation), cancellation), cancellation));
        return command;
    }

    private static Command State(Words words, SessionOptions session, string name, bool isDisabled)
    {
        var id = Id(words);
        var command = new Command(name, words["cli.user." + name]) { id };
        command.SetAction((parsed, cancellation) => session.AtDeskAsync(parsed, words, desk => desk.WithAsync(
            parsed.GetValue(id)!, name + "-user", "", account => desk.Desk.SetDisabledAsync(account, isDisabled, UserDesk.CommandLine, cancellation), cancellation), cancellation));
        return command;
    }

    private static Command List(Words words, SessionOptions session)
    {
        var command = new Command("list", words["cli.user.list"]);
        command.SetAction((parsed, cancellation) => session.AtDeskAsync(parsed, words, async desk =>
        {
            foreach (var user in await desk.Accounts.ListAsync(null, cancellation).ConfigureAwait(false))
            {
                var roles = user.Roles.Select(given => $"{words["role." + given.Grant.Role.Name()]} {given.Grant.At}".TrimEnd());
                Console.WriteLine($"{user.Account.Id}\t{user.Account.Name}\t{(user.Account.IsDisabled ? words["cli.user.disabled"] : "")}\t{string.Join("; ", roles)}");
            }

            return null;
        }, cancellation));
        return command;
    }

    private static Argument<string> Id(Words words) => new("user") { Description = words["cli.user.id"] };

    private static Option<bool> Stdin(Words words) => new("--password-stdin") { Description = words["cli.user.stdin"] };

    private static async Task<string> ChosenAsync(bool isRead) => isRead ? await Console.In.ReadLineAsync().ConfigureAwait(false) ?? "" : Passwords.Generate();
}
