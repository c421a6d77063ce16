namespace BriefingBot.Slack.Messages;

/// <summary>Who the bot is, once Slack has said so; whoever needs to know waits. Thread-safe.</summary>
internal sealed class BotSelf
{
    private readonly TaskCompletionSource<BotIdentity> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Slack has said it; the first word counts.</summary>
    public void Set(BotIdentity identity) => _known.TrySetResult(identity);

    /// <summary>Waits for it.</summary>
    public Task<BotIdentity> GetAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);
}
