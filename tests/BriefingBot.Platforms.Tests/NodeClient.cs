using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using BriefingBot.TestServers.Node;

namespace BriefingBot.Platforms.Tests;

/// <summary>
/// A platform's official client for Node.js in a process of its own, and the transcript that it writes: one JSON object a line.
/// </summary>
internal abstract class NodeClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Channel<JsonObject> _events = Channel.CreateUnbounded<JsonObject>();
    private readonly List<JsonObject> _seen = [];
    private readonly Task _reading;
    private readonly Task<string> _errors;

    protected NodeClient(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Everything it told so far, as it was waited for.</summary>
    public IReadOnlyList<JsonObject> Seen => _seen;

    /// <summary>Installs what the lock file names, once, and starts certify.mjs with these environment variables.</summary>
    protected static async Task<Process> StartAsync(
        string folder,
        string package,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        string certification = Path.Combine(AppContext.BaseDirectory, folder, "certification");
        string purpose = $"NOT CERTIFIED by {package}";
        await NpmFolder.InstallAsync(certification, purpose, cancellationToken);
        ProcessStartInfo start = new("node", "certify.mjs")
        {
            WorkingDirectory = certification,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return NpmFolder.Start(start, purpose);
    }

    /// <summary>The next event of this name; others on the way are kept in <see cref="Seen"/>. An error event ends the wait.</summary>
    public async Task<JsonObject> WaitForAsync(string name, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                JsonObject told = await _events.Reader.ReadAsync(patience.Token);
                _seen.Add(told);
                string? found = told["event"]!.GetValue<string>();
                Assert.False(found == "error", $"The client failed: {told.ToJsonString()}");
                if (found == name)
                {
                    return told;
                }
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or ChannelClosedException && !cancellationToken.IsCancellationRequested)
        {
            string seen = string.Join('\n', _seen.Select(static told => told.ToJsonString()));
            string errors = _errors.IsCompleted ? await _errors : "";
            throw new TimeoutException($"The client never told '{name}'. It told:\n{seen}\n{errors}", exception);
        }
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync("exit".AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        await WaitForAsync("bye", cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await _reading;
        await _errors;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _events.Writer.TryWrite(JsonNode.Parse(line)!.AsObject());
        }

        _events.Writer.Complete();
    }
}
