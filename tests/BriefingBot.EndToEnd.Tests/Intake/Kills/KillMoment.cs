using System.Collections.Concurrent;
using System.Diagnostics;

namespace BriefingBot.EndToEnd.Tests.Intake.Kills;

/// <summary>Kills a process (SIGKILL) as soon as its log has had so many lines with the words.</summary>
internal sealed class KillMoment(Process process, string words, int lines)
{
    private readonly ConcurrentQueue<string> _log = [];
    private int _left = lines;

    /// <summary>What the log has had.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Has a line of the log.</summary>
    public void See(string? line)
    {
        _log.Enqueue(line ?? "");
        if (line is not null && line.Contains(words, StringComparison.Ordinal) && Interlocked.Decrement(ref _left) == 0)
        {
            process.Kill();
        }
    }

    /// <summary>Waits until it is dead.</summary>
    /// <returns>True when it was killed, false when it had ended by itself.</returns>
    public async Task<bool> IsKilledAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 128 + 9;
    }
}
