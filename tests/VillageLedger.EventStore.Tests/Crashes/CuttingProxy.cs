using System.Net;
using System.Net.Sockets;

namespace VillageLedger.EventStore.Tests.Crashes;

/// <summary>Where a connection is cut.</summary>
public enum Cut
{
    /// <summary>The commit was sent and never arrives.</summary>
    BeforeTheCommitArrives,

    /// <summary>The commit is on its way to the server; whether it arrives and works is open.</summary>
    RightAfterTheCommitIsSent,

    /// <summary>The server has committed; its answer never arrives.</summary>
    BeforeTheAnswerArrives,
}

/// <summary>Stands between a store and its server, and cuts the connection that carries a marked fact.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int serverPort;
    private readonly byte[] marker;
    private readonly Task accepting;
    private readonly List<Task> links = [];
    private readonly List<TcpClient> clients = [];
    private int cuts;

    /// <param name="marker">Text whose passing towards the server means the cut.</param>
    public CuttingProxy(int serverPort, string marker)
    {
        (this.serverPort, this.marker) = (serverPort, System.Text.Encoding.ASCII.GetBytes(marker));
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens to the next marked connection; null lets it pass.</summary>
    public Cut? Next { get; set; }

    public int Cuts => cuts;

    /// <summary>Who connects from now on is refused.</summary>
    public async Task StopListeningAsync()
    {
        listener.Stop();
        await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await StopListeningAsync();
        foreach (var client in clients) client.Dispose();
        await Task.WhenAll(links);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                clients.Add(client);
                links.Add(LinkAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task LinkAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, serverPort);
                client.NoDelay = server.NoDelay = true;
                var answers = new Answers();
                var both = new[] { ForwardAsync(client.GetStream(), server.GetStream(), answers), AnswerAsync(server.GetStream(), client.GetStream(), answers) };
                await Task.WhenAny(both);
                // The end of one ends the other.
                client.Close();
                server.Close();
                await Task.WhenAll(both);
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task ForwardAsync(NetworkStream client, NetworkStream server, Answers answers)
    {
        var buffer = new byte[1 << 16];
        while (await client.ReadAsync(buffer) is > 0 and var read)
        {
            // Nothing is sent before the answer: what carries the mark is the whole of what a group writes, its commit included.
            var cut = buffer.AsSpan(0, read).IndexOf(marker) >= 0 ? Next : null;
            if (cut is not null) (Next, cuts) = (null, cuts + 1);
            if (cut is Cut.BeforeTheAnswerArrives) answers.Swallow = true;
            if (cut is Cut.BeforeTheCommitArrives) return;
            await server.WriteAsync(buffer.AsMemory(0, read));
            if (cut is Cut.RightAfterTheCommitIsSent) return;
        }
    }

    private static async Task AnswerAsync(NetworkStream server, NetworkStream client, Answers answers)
    {
        var buffer = new byte[1 << 16];
        while (await server.ReadAsync(buffer) is > 0 and var read)
        {
            // A server that answers has committed: it flushes its answers when the group's last message is done.
            if (answers.Swallow) return;
            await client.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private sealed class Answers
    {
        public volatile bool Swallow;
    }
}
