using System.Net.Sockets;

namespace BriefingBot.TestServers.Proxy;

/// <summary>One direction of a connection. Bytes are counted just before they are sent: who reads them finds them counted.</summary>
internal sealed class ProxiedStream(Socket from, Socket to, PassGate gate, Action<int> passing) : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>Passes bytes on until the sender has no more; it throws when either side resets the connection.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferBytes];
        while (await ReceiveAsync(buffer, cancellationToken) is > 0 and int count)
        {
            await PassAsync(() => SendAsync(buffer.AsMemory(0, count), cancellationToken), cancellationToken);
        }

        await PassAsync(EndAsync, cancellationToken);
    }

    /// <summary>Waits for what passed the gate before it was closed.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        _sending.Release();
    }

    public void Dispose() => _sending.Dispose();

    private async Task<int> ReceiveAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await from.ReceiveAsync(buffer, cancellationToken);
        }
        catch (SocketException)
        {
            // A reset must not pass a closed gate either.
            await gate.WaitAsync(cancellationToken);
            throw;
        }
    }

    private async Task PassAsync(Func<Task> pass, CancellationToken cancellationToken)
    {
        while (true)
        {
            await gate.WaitAsync(cancellationToken);
            await _sending.WaitAsync(cancellationToken);
            try
            {
                if (gate.IsOpen)
                {
                    await pass();
                    return;
                }
            }
            finally
            {
                _sending.Release();
            }
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        passing(bytes.Length);
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes, cancellationToken)..];
        }
    }

    private Task EndAsync()
    {
        to.Shutdown(SocketShutdown.Send);
        return Task.CompletedTask;
    }
}
