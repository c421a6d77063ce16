using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>The real web console in a child process, on a free port of the loopback address.</summary>
public sealed class BotServer : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = [];
    private int _disposed;

    private BotServer(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public Process Process => _process;

    public string Errors => string.Join('\n', _errors);

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<BotServer> StartAsync(CancellationToken cancellationToken, params string[] arguments) =>
        StartAsync(new Dictionary<string, string>(), cancellationToken, arguments);

    /// <summary>Starts it with an environment on top and waits until it listens.</summary>
    public static async Task<BotServer> StartAsync(
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        BotServer server = new(BotProcess.Start(environment, ["serve", "--urls", "http://127.0.0.1:0", .. arguments]));
        while (await server._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                server.Client = new HttpClient { BaseAddress = new Uri(line[Announcement.Length..]) };
                return server;
            }
        }

        await server._process.WaitForExitAsync(cancellationToken);
        throw new InvalidOperationException($"The console did not start: {server.Errors}");
    }

    /// <summary>Waits until the coverage is indexed.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        do
        {
            using var response = await Client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
            if (
                response.StatusCode == HttpStatusCode.OK
                && !(await response.Content.ReadAsStringAsync(cancellationToken)).Contains("indexing:", StringComparison.Ordinal)
            )
            {
                return;
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Waits for a line of its log that holds the words.</summary>
    public async Task WaitForErrorAsync(string words, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (!Errors.Contains(words, StringComparison.Ordinal) && !_process.HasExited)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        Assert.Contains(words, Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
