namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>Faults that wait for their turn, and faults by chance. Safe to call from any thread.</summary>
public sealed class FaultPlan
{
    private readonly SlackState _state;
    private readonly List<WebApiFault> _calls = [];
    private RandomFaults? _random;
    private Random _dice = new(0);
    private int _socketFaults;
    private int _duplicates;
    private int _lostAcks;
    private int _refusedHandshakes;
    private int _lateHellos;
    private TimeSpan _helloDelay;

    internal FaultPlan(SlackState state)
    {
        _state = state;
        Channels = new ChannelLimits(state);
    }

    /// <summary>Channels that take nothing for now.</summary>
    public ChannelLimits Channels { get; }

    /// <summary>Adds a fault for the next call that fits.</summary>
    public void Add(WebApiFault fault)
    {
        lock (_state.Gate)
        {
            _calls.Add(fault);
        }
    }

    /// <summary>Forgets the faults for calls that have not struck.</summary>
    public void Clear()
    {
        lock (_state.Gate)
        {
            _calls.Clear();
        }
    }

    /// <summary>Starts faults by chance; null ends them.</summary>
    public void Randomize(RandomFaults? faults)
    {
        lock (_state.Gate)
        {
            _random = faults;
            _dice = new Random(faults?.Seed ?? 0);
            _socketFaults = 0;
        }
    }

    /// <summary>The next events are sent twice, with the same event_id and no word of a retry.</summary>
    public void DuplicateEvents(int times = 1)
    {
        lock (_state.Gate)
        {
            _duplicates = times;
        }
    }

    /// <summary>The next acks are thrown away: Slack takes the event for lost, and sends it again after the deadline.</summary>
    public void LoseAcks(int times = 1)
    {
        lock (_state.Gate)
        {
            _lostAcks = times;
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

    /// <summary>The next sockets get their hello late.</summary>
    public void DelayHellos(TimeSpan delay, int times = 1)
    {
        lock (_state.Gate)
        {
            _helloDelay = delay;
            _lateHellos = times;
        }
    }

    internal bool TakeRefusedHandshake() => Take(ref _refusedHandshakes, 0, "RefuseHandshakes");

    internal bool TakeDuplicate() => Take(ref _duplicates, _random?.DuplicateRate ?? 0, "DuplicateEvents");

    internal bool TakeLostAck() => Take(ref _lostAcks, _random?.LostAckRate ?? 0, "LoseAcks");

    internal TimeSpan TakeHelloDelay() => Take(ref _lateHellos, 0, "DelayHellos") ? _helloDelay : TimeSpan.Zero;

    internal WebApiFault? NextCallFault(string method, string? channel)
    {
        if (Channels.Find(method, channel) is { } limit)
        {
            _state.Record.CountFault("LimitedChannel");
            return new WebApiFault(WebApiFaultKind.RateLimit) { Duration = limit };
        }

        int index = _calls.FindIndex(fault =>
            (fault.Method is null || fault.Method == method) && (fault.Channel is null || fault.Channel.Id == channel)
        );
        if (index >= 0)
        {
            WebApiFault planned = _calls[index];
            if (planned.Times > 1)
            {
                _calls[index] = planned with { Times = planned.Times - 1 };
            }
            else
            {
                _calls.RemoveAt(index);
            }

            _state.Record.CountFault(planned.Kind.ToString());
            return planned;
        }

        if (_random is null || (_random.Methods.Count > 0 && !_random.Methods.Contains(method)) || _dice.NextDouble() >= _random.WebApiRate)
        {
            return null;
        }

        WebApiFaultKind kind = _random.WebApi[_dice.Next(_random.WebApi.Count)];
        _state.Record.CountFault(kind.ToString());
        return new WebApiFault(kind) { Duration = _random.Duration };
    }

    internal SocketFault? NextSocketFault()
    {
        if (_random is null || _socketFaults >= _random.MaxSocketFaults || _dice.NextDouble() >= _random.SocketRate)
        {
            return null;
        }

        _socketFaults++;
        return _random.Socket[_dice.Next(_random.Socket.Count)];
    }

    internal bool NextIsBeforeEnvelope() => _dice.Next(2) == 0;

    private bool Take(ref int planned, double rate, string name)
    {
        bool taken = planned > 0 || (rate > 0 && _dice.NextDouble() < rate);
        if (taken)
        {
            planned = Math.Max(0, planned - 1);
            _state.Record.CountFault(name);
        }

        return taken;
    }
}
