namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>A shard's turn to start a session. Thread-safe.</summary>
internal sealed class IdentifyTurn(Action end)
{
    private Action? _end = end;

    /// <summary>The session was asked for, or could not be; a second call does nothing.</summary>
    public void End() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
