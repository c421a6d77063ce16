using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BriefingBot.TestServers.Discord;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>The real bot in a process of its own, over the sample coverage, connected to a fake Discord.</summary>
public sealed class BotOnDiscord : IAsyncDisposable
{
    private static readonly string Binary = Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _log = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly Process _process;

    private BotOnDiscord(Process process)
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
    public static BotOnDiscord Launch(FakeDiscord discord, DataFolder data, params (string Name, string Value)[] settings)
    {
        ProcessStartInfo start = new("dotnet", [Binary, "serve", "--urls", "http://127.0.0.1:0", "--data", data.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DISCORD_TOKEN"] = discord.Token;
        start.Environment["BRIEFINGBOT__Discord__RestBaseUrl"] = discord.BaseAddress.ToString();
        start.Environment["BRIEFINGBOT__Chat__PublicBaseUrl"] = "https://briefing.example.org";
        start.Environment["BRIEFINGBOT__Chat__ClaimSeconds"] = "3";
        start.Environment["BRIEFINGBOT__Logging__LogLevel__Default"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[$"BRIEFINGBOT__{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        }

        return new BotOnDiscord(Process.Start(start)!);
    }

    /// <summary>Starts it and waits until it is connected, its commands are registered and the run at start is over.</summary>
    public static async Task<BotOnDiscord> StartAsync(FakeDiscord discord, DataFolder data, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var bot = Launch(discord, data, settings);
        try
        {
            await discord.Gateway.WaitForConnectedAsync(1, Patience, cancellationToken);
            await discord.Record.WaitUntilAsync(() => discord.Record.Counters.CommandOverwrites > 0, Patience, cancellationToken);
            await bot.WaitForLogAsync("Indexed:", cancellationToken);
            return bot;
        }
        catch (TimeoutException exception)
        {
            string log = bot.Log;
            await bot.DisposeAsync();
            throw new InvalidOperationException($"The bot did not connect. Its log:\n{log}", exception);
        }
    }

    /// <summary>Waits until it has logged a line with these words.</summary>
    public async Task WaitForLogAsync(string words, CancellationToken cancellationToken)
    {
        var seen = _awaited.GetOrAdd(words, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_log.Any(line => line.Contains(words, StringComparison.Ordinal)))
        {
            await seen.Task.WaitAsync(Patience, cancellationToken);
        }
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
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

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
