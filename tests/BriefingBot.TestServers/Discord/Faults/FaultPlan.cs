namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>The faults to come, one-shot and by chance. Safe to call from any thread.</summary>
public sealed class FaultPlan
{
    private readonly DiscordState _state;
    private readonly List<RestFault> _rest = [];
    private RandomFaults? _random;
    private Random _dice = new(0);
    private int _gatewayFaults;
    private int _refusedHandshakes;
    private int _reconnectsInsteadOfHello;

    internal FaultPlan(DiscordState state)
    {
        _state = state;
        Channels = new ChannelLimits(state);
    }

    /// <summary>Channels that take nothing for now.</summary>
    public ChannelLimits Channels { get; }

    /// <summary>Adds a fault for the next request that fits.</summary>
    public void Add(RestFault fault)
    {
        lock (_state.Gate)
        {
            _rest.Add(fault);
        }
    }

    /// <summary>Starts faults by chance; null ends them.</summary>
    public void Randomize(RandomFaults? faults)
    {
        lock (_state.Gate)
        {
            _random = faults;
            _dice = new Random(faults?.Seed ?? 0);
            _gatewayFaults = 0;
        }
    }

    /// <summary>The next WebSocket handshakes are cut.</summary>
    public void RefuseHandshakes(int times = 1)
    {
        lock (_state.Gate)
        {
            _refusedHandshakes = times;
        }
    }

    /// <summary>The next connections get op 7 in place of Hello.</summary>
    public void ReconnectInsteadOfHello(int times = 1)
    {
        lock (_state.Gate)
        {
            _reconnectsInsteadOfHello = times;
        }
    }

    internal bool TakeRefusedHandshake()
    {
        lock (_state.Gate)
        {
            return _refusedHandshakes > 0 && _refusedHandshakes-- > 0;
        }
    }

    internal bool TakeReconnectInsteadOfHello() => _reconnectsInsteadOfHello > 0 && _reconnectsInsteadOfHello-- > 0;

    internal RestFault? NextRestFault(string route, object? channel)
    {
        int index = _rest.FindIndex(fault =>
            (fault.Route is null || fault.Route == route) && (fault.Channel is null || fault.Channel.Id.ToString() == channel?.ToString())
        );
        if (index >= 0)
        {
            RestFault planned = _rest[index];
            if (planned.Times > 1)
            {
                _rest[index] = planned with { Times = planned.Times - 1 };
            }
            else
            {
                _rest.RemoveAt(index);
            }

            _state.Record.CountFault(planned.Kind.ToString());
            return planned;
        }

        if (_random is null || _dice.NextDouble() >= _random.RestRate)
        {
            return null;
        }

        RestFaultKind kind = _random.Rest[_dice.Next(_random.Rest.Count)];
        _state.Record.CountFault(kind.ToString());
        return new RestFault(kind) { Duration = _random.Duration, Status = _dice.Next(2) == 0 ? 500 : 502 };
    }

    internal GatewayFault? NextGatewayFault()
    {
        if (_random is null || _gatewayFaults >= _random.MaxGatewayFaults || _dice.NextDouble() >= _random.GatewayRate)
        {
            return null;
        }

        _gatewayFaults++;
        return _random.Gateway[_dice.Next(_random.Gateway.Count)];
    }

    internal bool NextIsBeforeEvent() => _dice.Next(2) == 0;
}
