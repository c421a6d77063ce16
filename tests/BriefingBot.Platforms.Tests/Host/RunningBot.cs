using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.Platforms.Tests.Host;

/// <summary>The real bot in a process of its own, over the sample coverage unless told otherwise.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    /// <summary>How long a test waits for what the bot does at its start.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private const string Listening = "Listening on ";
    private static readonly string Binary = Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll");
    private readonly ConcurrentQueue<string> _log = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly Process _process;
    private bool _isDisposed;

    private RunningBot(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote.</summary>
    public string Log => string.Join('\n', _log);

    public Process Process => _process;

    /// <summary>Starts it without waiting for anything.</summary>
    /// <param name="data">Where its store is.</param>
    /// <param name="environment">Variables by their names.</param>
    /// <param name="settings">Settings such as <c>Chat:ClaimSeconds</c>; they win.</param>
    /// <param name="binary">Another build of the bot; this one when null.</param>
    public static RunningBot Launch(
        DataFolder data,
        IEnumerable<(string Name, string Value)> environment,
        IEnumerable<(string Name, string Value)> settings,
        string? binary = null
    )
    {
        ProcessStartInfo start = new("dotnet", [binary ?? Binary, "serve", "--urls", "http://127.0.0.1:0", "--data", data.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["BRIEFINGBOT__Chat__PublicBaseUrl"] = "https://briefing.example.org";
        start.Environment["BRIEFINGBOT__Chat__ClaimSeconds"] = "3";
        if (binary is null)
        {
            // A former build may not know the setting.
            start.Environment["BRIEFINGBOT__Coverage__Watch"] = "false";
        }

        start.Environment["BRIEFINGBOT__Logging__LogLevel__Default"] = "Information";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[$"BRIEFINGBOT__{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        }

        return new RunningBot(Process.Start(start)!);
    }

    /// <summary>Waits until it is ready by the words of the test; when it is not in time, its log is in the failure.</summary>
    public async Task WaitForStartAsync(Func<Task> ready)
    {
        try
        {
            await ready();
        }
        catch (TimeoutException exception)
        {
            string log = Log;
            await DisposeAsync();
            throw new InvalidOperationException($"The bot did not connect. Its log:\n{log}", exception);
        }
    }

    /// <summary>
    /// Waits until it has logged a line with these words; when it has not in time or ends before, its log is in the failure.
    /// </summary>
    public async Task WaitForLogAsync(string words, CancellationToken cancellationToken)
    {
        var seen = _awaited.GetOrAdd(words, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        if (HasLogged(words))
        {
            return;
        }

        try
        {
            // A process that has exited may have lines in its pipes: the wait for the exit is over when they are read.
            await Task.WhenAny(seen, _process.WaitForExitAsync(cancellationToken)).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"\"{words}\" was not logged in {Patience.TotalSeconds} s. Its log:\n{Log}", exception);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!HasLogged(words))
        {
            throw new InvalidOperationException($"The bot ended and had not logged \"{words}\". Its log:\n{Log}");
        }
    }

    /// <summary>Waits until its web host listens; where.</summary>
    public async Task<Uri> GetAddressAsync(CancellationToken cancellationToken)
    {
        await WaitForLogAsync(Listening, cancellationToken);
        return new Uri(_log.First(static line => line.StartsWith(Listening, StringComparison.Ordinal))[Listening.Length..]);
    }

    /// <summary>What its readiness probe says.</summary>
    public async Task<string> GetReadinessAsync(CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = await GetAddressAsync(cancellationToken) };
        return await http.GetStringAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Ends it as a container runtime does, and returns its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private bool HasLogged(string words) => _log.Any(line => line.Contains(words, StringComparison.Ordinal));

    private void Keep(string? line)
    {
        _log.Enqueue(line ?? "");
        foreach (var (words, seen) in _awaited)
        {
            if (line?.Contains(words, StringComparison.Ordinal) == true)
            {
                seen.TrySetResult();
            }
        }
    }
}
