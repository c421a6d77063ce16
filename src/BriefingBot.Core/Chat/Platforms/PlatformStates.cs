using System.Collections.Concurrent;

namespace BriefingBot.Core.Chat.Platforms;

/// <summary>
/// How it stands with every platform that is configured: told by the platforms and by what keeps them running. Thread-safe.
/// </summary>
public sealed class PlatformStates(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, PlatformState> _states = new(StringComparer.Ordinal);

    /// <summary>Those of all platforms, by name.</summary>
    public IReadOnlyList<PlatformState> All => [.. _states.Values.OrderBy(static state => state.Name, StringComparer.Ordinal)];

    /// <summary>The platform turned the bot away: nothing can be posted there now, and nothing is given up for that.</summary>
    public bool IsStopped(string name) => _states.TryGetValue(name, out var state) && state.Phase == PlatformPhase.Stopped;

    /// <summary>It is being started.</summary>
    public void Start(string name) => Set(name, PlatformPhase.Starting, null);

    /// <summary>Another process is connected to it.</summary>
    public void StandBy(string name) => Set(name, PlatformPhase.StandingBy, null);

    /// <summary>It is connected.</summary>
    public void Connect(string name) => Set(name, PlatformPhase.Connected, null);

    /// <summary>Its connection is lost, or could not be made.</summary>
    /// <param name="name">The platform.</param>
    /// <param name="reason">Why, without secrets.</param>
    public void Lose(string name, string reason) => Set(name, PlatformPhase.Reconnecting, reason);

    /// <summary>It turned the bot away.</summary>
    /// <param name="name">The platform.</param>
    /// <param name="reason">Why and what to do, without secrets.</param>
    public void Stop(string name, string reason) => Set(name, PlatformPhase.Stopped, reason);

    /// <summary>An event came in.</summary>
    public void Receive(string name)
    {
        var now = clock.GetUtcNow();
        _states.AddOrUpdate(
            name,
            static (key, at) => new PlatformState(key, PlatformPhase.Connected, at) { LastEvent = at },
            static (_, state, at) => state with { LastEvent = at },
            now
        );
    }

    private void Set(string name, PlatformPhase phase, string? error)
    {
        var now = clock.GetUtcNow();
        var state = _states.GetOrAdd(name, static (key, at) => new PlatformState(key, PlatformPhase.Starting, at), now);
        while (true)
        {
            var next = state with
            {
                Phase = phase,
                Since = state.Phase == phase ? state.Since : now,
                LastError = error ?? state.LastError,
                LastErrorAt = error is null ? state.LastErrorAt : now,
            };
            if (_states.TryUpdate(name, next, state))
            {
                return;
            }

            state = _states[name];
        }
    }
}
