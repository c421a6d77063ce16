using System.Collections.Immutable;

namespace BriefingBot.TestServers.Models.Records;

/// <summary>
/// What was asked and written. Lists are snapshots, and every wait goes by signals: the condition is looked at after each change of the
/// server, under its lock, and must not block. Waits last 60 s of real time when no time is given and end in
/// <see cref="TimeoutException"/>.
/// </summary>
public sealed class ModelRecord
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FakeModelState _state;
    private readonly List<ModelExchange> _exchanges = [];
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);

    internal ModelRecord(FakeModelState state) => _state = state;

    /// <summary>Live numbers.</summary>
    public ModelCounters Counters { get; } = new();

    /// <summary>Every request in the order of arrival, refused ones too.</summary>
    public IReadOnlyList<ModelExchange> Exchanges
    {
        get
        {
            lock (_state.Sync)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>The requests to write that were well formed, in the order of arrival.</summary>
    public IReadOnlyList<ModelCall> Calls => [.. Exchanges.Select(static exchange => exchange.Call).OfType<ModelCall>()];

    /// <summary>How often each fault struck.</summary>
    public IReadOnlyDictionary<string, int> Faults
    {
        get
        {
            lock (_state.Sync)
            {
                return _faults.ToImmutableDictionary(StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Waits for a request that fits, made before or after the call.</summary>
    public async Task<ModelExchange> WaitForExchangeAsync(
        Func<ModelExchange, bool> predicate,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        ModelExchange? found = null;
        await WaitUntilAsync(() => (found = _exchanges.Find(exchange => predicate(exchange))) is not null, timeout, cancellationToken);
        return found!;
    }

    /// <summary>Waits until a condition holds.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout ?? Patience);
        while (true)
        {
            Task change;
            lock (_state.Sync)
            {
                if (condition())
                {
                    return;
                }

                change = _state.Changes.Next;
            }

            try
            {
                await change.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"The fake model waited in vain for {(timeout ?? Patience).TotalSeconds} s. {Summary()}",
                    exception
                );
            }
        }
    }

    internal void Begin(ModelExchange exchange)
    {
        lock (_state.Sync)
        {
            _exchanges.Add(exchange);
            Counters.Requests++;
            Counters.Concurrent++;
            Counters.MaxConcurrent = Math.Max(Counters.MaxConcurrent, Counters.Concurrent);
            Counters.Calls += exchange.Route is ModelRoute.ChatCompletions or ModelRoute.Messages ? 1 : 0;
            Counters.EmbeddingRequests += exchange.Route == ModelRoute.Embeddings ? 1 : 0;
            _state.Changes.Raise();
        }
    }

    internal void Change(Action change)
    {
        lock (_state.Sync)
        {
            change();
            _state.Changes.Raise();
        }
    }

    internal void End(ModelExchange exchange, bool isAbandoned)
    {
        lock (_state.Sync)
        {
            exchange.IsEnded = true;
            exchange.IsAbandoned = isAbandoned;
            Counters.Concurrent--;
            Counters.Abandoned += isAbandoned ? 1 : 0;
            Counters.Refused += exchange.Status is >= 400 and < 500 ? 1 : 0;
            Counters.Failed += exchange.Status >= 500 ? 1 : 0;
            Counters.InputTokens += exchange.InputTokens;
            Counters.OutputTokens += exchange.WrittenTokens;
            _state.Changes.Raise();
        }
    }

    internal void CountFault(string name) => _faults[name] = _faults.GetValueOrDefault(name) + 1;

    private string Summary()
    {
        lock (_state.Sync)
        {
            string last =
                _exchanges.Count == 0
                    ? "none"
                    : string.Join(
                        "; ",
                        _exchanges
                            .TakeLast(5)
                            .Select(static exchange =>
                                $"{exchange.Path} {exchange.Status}, {exchange.WrittenTokens} "
                                + $"tokens{(exchange.IsEnded ? "" : ", going on")}"
                            )
                    );
            return $"{Counters} Last requests: {last}.";
        }
    }
}
