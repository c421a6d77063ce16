using System.Collections.Immutable;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Records;

/// <summary>
/// What the bot did. Every list is a snapshot, and every wait goes by signals: the condition is looked at after each change of the server,
/// under its lock, and must not block. Waits last 60 s of real time when no time is given and end in <see cref="TimeoutException"/>.
/// </summary>
public sealed class SlackRecord
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SlackState _state;
    private readonly List<FakeMessage> _botMessages = [];
    private readonly List<RecordedCall> _calls = [];
    private readonly List<FakeDelivery> _deliveries = [];
    private readonly List<ThreadStatus> _statuses = [];
    private readonly List<SuggestedPrompts> _prompts = [];
    private readonly List<SessionStatus> _sessions = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);

    internal SlackRecord(SlackState state) => _state = state;

    /// <summary>Live numbers.</summary>
    public SlackCounters Counters { get; } = new();

    /// <summary>
    /// Everything the bot posted, in order: messages, streams, ephemeral ones, answers to commands and clicks; deleted ones too.
    /// </summary>
    public IReadOnlyList<FakeMessage> BotMessages => Snapshot(_botMessages);

    public IReadOnlyList<RecordedCall> Calls => Snapshot(_calls);

    /// <summary>What was sent to the bot, with every attempt.</summary>
    public IReadOnlyList<FakeDelivery> Deliveries => Snapshot(_deliveries);

    /// <summary>Calls of assistant.threads.setStatus.</summary>
    public IReadOnlyList<ThreadStatus> Statuses => Snapshot(_statuses);

    public IReadOnlyList<SuggestedPrompts> Prompts => Snapshot(_prompts);

    public IReadOnlyList<SessionStatus> Sessions => Snapshot(_sessions);

    /// <summary>What Slack would let pass and a good client does not do; a test can demand that there is none.</summary>
    public IReadOnlyList<string> Violations => Snapshot(_violations);

    /// <summary>How often each fault struck.</summary>
    public IReadOnlyDictionary<string, int> Faults
    {
        get
        {
            lock (_state.Gate)
            {
                return _faults.ToImmutableDictionary(StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Calls of one method, in order.</summary>
    public IReadOnlyList<RecordedCall> CallsOf(string method) => [.. Calls.Where(call => call.Method == method)];

    /// <summary>
    /// What the bot posted in the question's thread after it, ephemeral and deleted messages too; for a question in a DM, also what it
    /// posted beside any thread.
    /// </summary>
    public IReadOnlyList<FakeMessage> AnswersTo(FakeMessage question)
    {
        ArgumentNullException.ThrowIfNull(question);
        lock (_state.Gate)
        {
            return [.. _botMessages.Where(message => Answers(message, question))];
        }
    }

    /// <summary>What came back to a command, a shortcut or a click by ack or response_url.</summary>
    public IReadOnlyList<FakeMessage> AnswersTo(FakeInteraction interaction)
    {
        lock (_state.Gate)
        {
            return [.. _botMessages.Where(message => message.Interaction == interaction)];
        }
    }

    /// <summary>Waits for the first of <see cref="AnswersTo(FakeMessage)"/> that is finished (no stream is open on it) and fits.</summary>
    public Task<FakeMessage> WaitForAnswerAsync(
        FakeMessage question,
        Func<FakeMessage, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) =>
        WaitForMessageAsync(
            message => Answers(message, question) && !message.IsStreaming && (predicate is null || predicate(message)),
            timeout,
            cancellationToken
        );

    /// <summary>Waits for the first of <see cref="AnswersTo(FakeInteraction)"/> that fits.</summary>
    public Task<FakeMessage> WaitForAnswerAsync(
        FakeInteraction interaction,
        Func<FakeMessage, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) =>
        WaitForMessageAsync(
            message => message.Interaction == interaction && (predicate is null || predicate(message)),
            timeout,
            cancellationToken
        );

    /// <summary>Waits for a message of the bot, posted before or after the call, in its present state.</summary>
    public async Task<FakeMessage> WaitForMessageAsync(
        Func<FakeMessage, bool> predicate,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        FakeMessage? found = null;
        await WaitUntilAsync(() => (found = _botMessages.Find(message => predicate(message))) is not null, timeout, cancellationToken);
        return found!;
    }

    /// <summary>Waits for an ephemeral message to this person that fits, from chat.postEphemeral or by response_url.</summary>
    public Task<FakeMessage> WaitForEphemeralAsync(
        FakeUser user,
        Func<FakeMessage, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) =>
        WaitForMessageAsync(
            message => message.EphemeralTo == user && (predicate is null || predicate(message)),
            timeout,
            cancellationToken
        );

    /// <summary>Waits for a home tab of this person that fits.</summary>
    public async Task<PublishedView> WaitForHomeAsync(
        FakeUser user,
        Func<PublishedView, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(user);
        PublishedView? found = null;
        await WaitUntilAsync(
            () => _state.Homes.TryGetValue(user.Id, out found) && (predicate is null || predicate(found)),
            timeout,
            cancellationToken
        );
        return found!;
    }

    /// <summary>Waits for a modal that this person has open and that fits.</summary>
    public async Task<PublishedView> WaitForModalAsync(
        FakeUser user,
        Func<PublishedView, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        PublishedView? found = null;
        await WaitUntilAsync(
            () =>
                (found = _state.Modals.Values.FirstOrDefault(view => view.User == user && (predicate is null || predicate(view))))
                    is not null,
            timeout,
            cancellationToken
        );
        return found!;
    }

    /// <summary>Waits for a call that was answered, before or after this one.</summary>
    public async Task<RecordedCall> WaitForCallAsync(
        Func<RecordedCall, bool> predicate,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        RecordedCall? found = null;
        await WaitUntilAsync(() => (found = _calls.Find(call => predicate(call))) is not null, timeout, cancellationToken);
        return found!;
    }

    /// <summary>Waits until every delivery so far is acknowledged or has failed.</summary>
    public Task WaitForDeliveriesAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        WaitUntilAsync(
            () => _deliveries.TrueForAll(static delivery => delivery.State != DeliveryState.Pending),
            timeout,
            cancellationToken
        );

    /// <summary>Waits until a condition holds.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout ?? Patience);
        while (true)
        {
            Task change;
            lock (_state.Gate)
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
                    $"The fake Slack waited in vain for {(timeout ?? Patience).TotalSeconds} s. {Summary()}",
                    exception
                );
            }
        }
    }

    internal void Posted(FakeMessage message)
    {
        Counters.BotMessages++;
        _botMessages.Add(message);
        _state.Changes.Raise();
    }

    internal void Called(RecordedCall call)
    {
        Counters.Calls++;
        Counters.Errors += call.Error is null ? 0 : 1;
        Counters.RateLimited += call.Status == StatusCodes.Status429TooManyRequests ? 1 : 0;
        _calls.Add(call);
        _state.Changes.Raise();
    }

    internal void Add(FakeDelivery delivery) => _deliveries.Add(delivery);

    internal void Add(ThreadStatus status) => _statuses.Add(status);

    internal void Add(SuggestedPrompts prompts) => _prompts.Add(prompts);

    internal void Add(SessionStatus status) => _sessions.Add(status);

    internal void Violate(string what)
    {
        _violations.Add(what);
        _state.Changes.Raise();
    }

    internal void CountFault(string name) => _faults[name] = _faults.GetValueOrDefault(name) + 1;

    private static bool Answers(FakeMessage message, FakeMessage question) =>
        message.Channel == question.Channel
        && message.Interaction is null
        && string.CompareOrdinal(message.Ts, question.Ts) > 0
        && (message.ThreadTs == question.RootTs || (message.ThreadTs is null && question.Channel.Type == ChannelType.DirectMessage));

    private string Summary()
    {
        lock (_state.Gate)
        {
            string last =
                _calls.Count == 0
                    ? "none"
                    : string.Join("; ", _calls.TakeLast(5).Select(static call => $"{call.Method} {call.Error ?? "ok"}"));
            return $"{Counters} Last calls: {last}. Violations: {string.Join(" ", _violations)}";
        }
    }

    private List<T> Snapshot<T>(List<T> list)
    {
        lock (_state.Gate)
        {
            return [.. list];
        }
    }
}
