namespace BriefingBot.Slack.Messages;

/// <summary>Who the bot is, once Slack has said so; whoever needs to know waits. Thread-safe.</summary>
internal sealed class AwaitedIdentity
{
    private volatile TaskCompletionSource<BotIdentity> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Has Slack said it?</summary>
    public bool IsKnown => _known.Task.IsCompleted;

    /// <summary>Slack has said it; said again, of another token, the last word counts.</summary>
    public void Set(BotIdentity identity)
    {
        if (!_known.TrySetResult(identity))
        {
            TaskCompletionSource<BotIdentity> known = new(TaskCreationOptions.RunContinuationsAsynchronously);
            known.SetResult(identity);
            _known = known;
        }
    }

    /// <summary>Waits for it.</summary>
    public Task<BotIdentity> GetAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);
}
