using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Turns;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>A platform that takes every reply and does nothing with it.</summary>
internal sealed class SilentPlatform(int expected) : IChatPlatform
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _delivered;

    public string? Connection => null;

    public Task StandByAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public string Name => "silent";

    public Task All => _all.Task;

    public Task RunAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task WaitForNewSecretAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) => count;

    public Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken)
    {
        await delivery.AcceptedAsync(0, delivery.Question.Id.Key, cancellationToken);
        if (Interlocked.Increment(ref _delivered) == expected)
        {
            _all.TrySetResult();
        }
    }
}
