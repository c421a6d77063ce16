using System.Collections.Immutable;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Records;

/// <summary>
/// What the bot did. Every list is a snapshot, and every wait goes by signals: the condition is looked at after each change of the server,
/// under its lock, and must not block. Waits last 60 s of real time when no time is given and end in <see cref="TimeoutException"/>.
/// </summary>
public sealed class DiscordRecord
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DiscordState _state;
    private readonly List<FakeMessage> _botMessages = [];
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<TypingRecord> _typing = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly Dictionary<GatewayCloseCode, int> _closes = [];

    internal DiscordRecord(DiscordState state) => _state = state;

    /// <summary>Live numbers.</summary>
    public DiscordCounters Counters { get; } = new();

    /// <summary>
    /// Everything the bot posted, in order: channel messages, interaction answers, follow-ups, ephemeral ones; deleted ones too.
    /// </summary>
    public IReadOnlyList<FakeMessage> BotMessages => Snapshot(_botMessages);

    public IReadOnlyList<RecordedRequest> Requests => Snapshot(_requests);

    public IReadOnlyList<TypingRecord> Typing => Snapshot(_typing);

    /// <summary>What Discord would let pass and a good client does not do; a test can demand that there is none.</summary>
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

    /// <summary>Close codes that the server sent.</summary>
    public IReadOnlyDictionary<GatewayCloseCode, int> Closes
    {
        get
        {
            lock (_state.Gate)
            {
                return _closes.ToImmutableDictionary();
            }
        }
    }

    /// <summary>
    /// The bot's answers to a message: those that refer to it (also when it was deleted by then) and those in the thread that was started
    /// from it and refer to nothing else.
    /// </summary>
    public IReadOnlyList<FakeMessage> AnswersTo(FakeMessage question)
    {
        ArgumentNullException.ThrowIfNull(question);
        lock (_state.Gate)
        {
            return [.. _botMessages.Where(message => Answers(message, question))];
        }
    }

    /// <summary>Waits for the first of <see cref="AnswersTo(FakeMessage)"/> that fits.</summary>
    public Task<FakeMessage> WaitForAnswerAsync(
        FakeMessage question,
        Func<FakeMessage, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) =>
        WaitForMessageAsync(message => Answers(message, question) && (predicate is null || predicate(message)), timeout, cancellationToken);

    /// <summary>Waits for the first of the interaction's answer and follow-ups that is more than "is thinking" and fits.</summary>
    public Task<FakeMessage> WaitForAnswerAsync(
        FakeInteraction interaction,
        Func<FakeMessage, bool>? predicate = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) =>
        WaitForMessageAsync(
            message => message.Interaction == interaction && !message.IsLoading && (predicate is null || predicate(message)),
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

    /// <summary>Waits for a REST request, made before or after the call.</summary>
    public async Task<RecordedRequest> WaitForRequestAsync(
        Func<RecordedRequest, bool> predicate,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    )
    {
        RecordedRequest? found = null;
        await WaitUntilAsync(() => (found = _requests.Find(request => predicate(request))) is not null, timeout, cancellationToken);
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
                    $"The fake Discord waited in vain for {(timeout ?? Patience).TotalSeconds} s. {Summary()}",
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

    internal void Requested(RecordedRequest request)
    {
        _requests.Add(request);
        _state.Changes.Raise();
    }

    internal void Typed(FakeChannel channel) => _typing.Add(new TypingRecord(_state.Now, channel));

    internal void Violate(string what) => _violations.Add(what);

    internal void CountFault(string name) => _faults[name] = _faults.GetValueOrDefault(name) + 1;

    internal void CountClose(GatewayCloseCode code) => _closes[code] = _closes.GetValueOrDefault(code) + 1;

    private static bool Answers(FakeMessage message, FakeMessage question) =>
        message.ReferenceId == question.Id
        || (message.ReferenceId is null && question.Thread is not null && message.Channel == question.Thread);

    private string Summary()
    {
        lock (_state.Gate)
        {
            string last =
                _requests.Count == 0
                    ? "none"
                    : string.Join("; ", _requests.TakeLast(5).Select(static request => $"{request.Route} {request.Status}"));
            return $"{Counters} Last requests: {last}. Violations: {string.Join(" ", _violations)}";
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
