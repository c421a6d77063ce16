using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace BriefingBot.TestServers.Postgres;

/// <summary>A port of the loopback address for a server that cannot choose one itself.</summary>
internal static class FreePort
{
    // Below those that systems give to outgoing connections: a server that restarts finds its port as it left it.
    private const int First = 15_000;
    private const int End = 32_000;

    /// <summary>One that nobody listens on now; somebody may before the caller does.</summary>
    public static int Find()
    {
        while (true)
        {
            int port = RandomNumberGenerator.GetInt32(First, End);
            using TcpListener probe = new(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next throw of the dice.
            }
        }
    }
}
