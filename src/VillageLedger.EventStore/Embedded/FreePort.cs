using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// Loopback ports below 32768, where systems begin to hand out ports for outgoing connections: such a connection could hold a
/// remembered port just when the server wants it back.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 20_000;
    private const int Above = 32_000;

    public static int Next()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, Above);
            if (IsFree(port))
                return port;
        }
        throw new PostgresStartException("no free loopback port between 20000 and 32000");
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
