using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary>A node of this program as a process of its own, ended with the measuring.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private WebProcess(Process process, HttpClient client) => (this.process, this.client) = (process, client);

    public double MemoryMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    public static async Task<WebProcess> StartAsync(string connection, CancellationToken cancellation)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The program runs by `dotnet ledger.dll` or by a file of its own.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ledger.dll"));
        foreach (var word in (string[])["serve", "--port", port.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(word);
        start.Environment[SessionOptions.DatabaseVariable] = connection;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The node did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
#pragma warning disable CA2000 // The client disposes of it.
        var node = new WebProcess(process, new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 }) { BaseAddress = new($"http://127.0.0.1:{port}") });
#pragma warning restore CA2000
        while (!await node.IsReadyAsync(cancellation).ConfigureAwait(false))
        {
            if (process.HasExited) throw new InvalidOperationException("The node ended.");
            await Task.Delay(100, cancellation).ConfigureAwait(false);
        }

        return node;
    }

    /// <summary>Null where it was answered; else what with.</summary>
    public async Task<string?> CallAsync(WebCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(call.Words is null ? HttpMethod.Get : HttpMethod.Post, call.Path);
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={call.Token}");
        if (call.Words is { } words)
        {
            request.Headers.Add(SessionCookie.CsrfHeader, call.Csrf);
            request.Content = new ByteArrayContent(words) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        try
        {
            using var answer = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {call.Path.Split('?')[0]} {(text.Length > 200 ? text[..200] : text)}";
        }
        catch (HttpRequestException fault)
        {
            return fault.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
