using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>How somebody looks at the pages.</summary>
internal sealed record Look(string Language = "zh", bool IsPhone = false, bool IsDark = false)
{
    public override string ToString() => $"{(IsPhone ? "phone" : "desktop")}-{Language}-{(IsDark ? "dark" : "light")}";
}

/// <summary>Somebody's visit in a browser of his own: what the console said against it and what was asked of another host is kept, and is none at the end.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly Site site;
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    private Visit(Site site, IBrowserContext context, IPage page, Look look) => (this.site, this.context, Page, Look) = (site, context, page, look);

    public IPage Page { get; }

    public Look Look { get; }

    /// <summary>A visit from beginning to end; where it fails a picture of its last page is kept.</summary>
    public static async Task GoAsync(Browser browser, Site site, Func<Visit, Task> journey, Look? look = null)
    {
        await using var visit = await OpenAsync(browser, site, look);
        try
        {
            await journey(visit);
        }
        catch (Exception fault)
        {
            await visit.PictureAsync($"failed-{TestContext.Current.TestCase?.TestClassSimpleName}");
            throw new InvalidOperationException(string.Join(Environment.NewLine, visit.faults.Prepend(fault.Message)), fault);
        }

        visit.faults.ShouldBeEmpty();
    }

    private static async Task<Visit> OpenAsync(Browser browser, Site site, Look? wanted = null)
    {
        var look = wanted ?? new();
        var context = await browser.Chromium.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = look.Language == "zh" ? "zh-CN" : "en-US",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = look.IsPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            IsMobile = look.IsPhone,
            HasTouch = look.IsPhone,
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        // As one who chose the language on an earlier visit; what is chosen later stays.
        await context.AddInitScriptAsync($$"""localStorage.getItem('village-ledger') ?? localStorage.setItem('village-ledger', '{"language":"{{look.Language}}"}')""");
        var visit = new Visit(site, context, await context.NewPageAsync(), look);
        visit.Watch();
        return visit;
    }

    /// <summary>Signs in as a user of the demonstration and waits for the frame.</summary>
    public async Task SignInAsync(string user, string path = "/")
    {
        await Page.GotoAsync(path);
        await Page.GetByLabel(new Regex("^(用户名|User name)$")).FillAsync(user);
        await Page.GetByLabel(new Regex("^(密码|Password)$")).FillAsync("ledger-demo");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(登\\s*录|Sign in)$") }).ClickAsync();
        await Page.GetByRole(AriaRole.Banner).WaitForAsync();
    }

    /// <summary>A text in the language of this look.</summary>
    public string In(string chinese, string english) => Look.Language == "zh" ? chinese : english;

    /// <summary>A button by its whole name, before which its icon's may stand.</summary>
    public ILocator Button(string chinese, string english, ILocator? within = null) => Named(AriaRole.Button, chinese, english, within);

    public ILocator Named(AriaRole role, string chinese, string english, ILocator? within = null)
    {
        var pattern = new Regex($"^([a-z-]+ )?{Regex.Escape(In(chinese, english))}$");
        return within is null ? Page.GetByRole(role, new() { NameRegex = pattern }) : within.GetByRole(role, new() { NameRegex = pattern });
    }

    /// <summary>Types a day or month into its field and leaves it.</summary>
    public static async Task TypeDateAsync(ILocator field, string date)
    {
        await field.FillAsync(date);
        await field.PressAsync("Enter");
        await field.PressAsync("Tab");
    }

    /// <summary>Signs in without a page, so that nothing of the pages has been loaded yet.</summary>
    public async Task EnterAsync(string user)
    {
        var answer = await context.APIRequest.PostAsync("/api/session", new() { DataObject = new { user, password = "ledger-demo" }, Headers = new Dictionary<string, string> { ["Origin"] = site.Address.GetLeftPart(UriPartial.Authority) } });
        answer.Status.ShouldBe(200);
    }

    /// <summary>Goes on to another page of the same sitting, as a link does, and waits until all of it is there.</summary>
    public async Task GoOnAsync(string path)
    {
        await Page.EvaluateAsync("path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate', { state: null })) }", path);
        await SettleAsync();
    }

    /// <summary>Until nothing is asked of the server any more and nothing stands in for what comes.</summary>
    public async Task SettleAsync()
    {
        var limit = Stopwatch.StartNew();
        for (var quiet = 0; quiet < 3; quiet = asked.IsEmpty && await Page.EvaluateAsync<bool>(Settled) ? quiet + 1 : 0)
            if (limit.Elapsed.TotalSeconds > 15) throw new TimeoutException($"{Page.Url} does not settle: {string.Join(", ", asked.Keys.Select(request => request.Url))}");
    }

    /// <summary>Two frames were drawn, and no skeleton, spinner or empty chart is left.</summary>
    private const string Settled = """
        () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() =>
          resolve(!document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy=true]') && document.querySelector('#page, main')?.childElementCount > 0 && [...document.querySelectorAll('.vl-chart-drawing')].every(one => one.querySelector('svg path, svg text'))))))
        """;

    /// <summary>Keeps a picture of the whole page, however high what scrolls within its frame.</summary>
    public async Task WholePictureAsync(string name)
    {
        var size = Page.ViewportSize!;
        var beyond = await Page.EvaluateAsync<int>("() => { const main = document.querySelector('#page'); return main ? main.scrollHeight - main.clientHeight : 0 }");
        if (beyond > 0)
        {
            await Page.SetViewportSizeAsync(size.Width, Math.Min(size.Height + beyond, 2600));
            await SettleAsync();
        }

        await PictureAsync(name);
        if (beyond > 0) await Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>Keeps a picture of the page as it stands, beside the tests' program under <c>pictures</c>.</summary>
    public async Task PictureAsync(string name, bool whole = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures"));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}-{Look}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>Answers that the journey is to come upon: the console names them, and they are none of its errors.</summary>
    public void Expect(params int[] statuses) => expected.UnionWith(statuses);

    private readonly HashSet<int> expected = [];

    /// <summary>The network is away from now on, or here again; what the console says of that is none of its errors.</summary>
    public async Task SetOfflineAsync(bool isOffline)
    {
        hasBeenOffline |= isOffline;
        await context.SetOfflineAsync(isOffline);
    }

    private bool hasBeenOffline;

    /// <summary>What the server has not answered yet; news of others never end.</summary>
    private readonly ConcurrentDictionary<IRequest, bool> asked = [];

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type != "error" || expected.Any(status => message.Text.Contains($"status of {status}", StringComparison.Ordinal))) return;
            if (hasBeenOffline && message.Text.Contains("net::ERR_", StringComparison.Ordinal)) return;
            faults.Add($"{message.Text} ({message.Location})");
        };
        context.Request += (_, request) =>
        {
            if (!request.Url.Contains("/api/events", StringComparison.Ordinal)) asked[request] = true;
        };
        // An answer whose body nobody reads never ends.
        context.Response += (_, response) => asked.TryRemove(response.Request, out bool _);
        context.RequestFailed += (_, request) => asked.TryRemove(request, out bool _);
        Page.PageError += (_, error) => faults.Add(error);
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) && address.Authority != site.Address.Authority) faults.Add(request.Url);
        };
    }
}
