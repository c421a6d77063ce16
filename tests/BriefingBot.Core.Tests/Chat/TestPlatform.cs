using System.Collections.Concurrent;
using System.Threading.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Turns;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>A platform in memory: keeps what it accepted, tells the test of each reply, and fails as the test wants.</summary>
internal sealed class TestPlatform : IChatPlatform
{
    private readonly Channel<ChatDelivery> _accepted = Channel.CreateUnbounded<ChatDelivery>();
    private int _calls;

    public string? Connection => null;

    public Task StandByAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public string Name => "discord";

    /// <summary>How often a reply was handed over.</summary>
    public int Calls => _calls;

    /// <summary>Every accepted reply, by question.</summary>
    public ConcurrentDictionary<ChatQuestionId, ConcurrentQueue<ChatDelivery>> Replies { get; } = [];

    /// <summary>The progress texts in order.</summary>
    public ConcurrentQueue<string> Progress { get; } = [];

    /// <summary>The lines that were said beside the replies.</summary>
    public ConcurrentQueue<(ChatQuestion Question, string Line)> Told { get; } = [];

    /// <summary>Done when progress was shown once.</summary>
    public TaskCompletionSource ShownProgress { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs before a reply is accepted; what it throws is what the platform says.</summary>
    public Func<ChatDelivery, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public Task RunAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task WaitForNewSecretAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken)
    {
        Progress.Enqueue(progress.Text);
        ShownProgress.TrySetResult();
        return Task.CompletedTask;
    }

    public Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) => count;

    public Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        Told.Enqueue((question, line));
        return Task.CompletedTask;
    }

    public async Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await Before(delivery, cancellationToken);
        await delivery.AcceptedAsync(delivery.Delivered.Count, $"reply to {delivery.Question.Id.Key}", cancellationToken);
        Replies.GetOrAdd(delivery.Question.Id, _ => []).Enqueue(delivery);
        _accepted.Writer.TryWrite(delivery);
    }

    /// <summary>The next accepted reply.</summary>
    public ValueTask<ChatDelivery> NextAsync(CancellationToken cancellationToken) => _accepted.Reader.ReadAsync(cancellationToken);
}
