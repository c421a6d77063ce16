using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Secrets;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Slack;

/// <summary>Slack as a chat platform: deliveries in, answers out.</summary>
internal sealed class SlackPlatform(
    SlackOptions options,
    SlackIdentification identification,
    SlackReception reception,
    LiveProgress live,
    SlackReplies replies,
    ThreadPosts posts,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock
) : IChatPlatform
{
    /// <summary>The first part of every question's id.</summary>
    public const string PlatformName = "slack";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public string? Connection => options.Mode == SlackMode.Http ? null : PlatformName;

    /// <summary>Replies wait until it is known who posts them.</summary>
    /// <inheritdoc/>
    public Task StandByAsync(CancellationToken cancellationToken) =>
        identification.IsKnown ? Task.CompletedTask : identification.IdentifyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => PlatformLife.RunAsync(StartAsync, work, cancellationToken);

    /// <inheritdoc/>
    public async Task WaitForNewSecretAsync(CancellationToken cancellationToken)
    {
        await SecretFile.WaitForChangeAsync(options.TokenSources, clock, cancellationToken);
        options.FindSecrets();
    }

    /// <inheritdoc/>
    public Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken) =>
        live.ShowAsync(question, progress, cancellationToken);

    /// <inheritdoc/>
    public Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        live.WithdrawAsync(question, cancellationToken);

    /// <inheritdoc/>
    public Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken) =>
        replies.DeliverAsync(delivery, cancellationToken);

    /// <inheritdoc/>
    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) =>
        MessagePages.Fit(count, blocks, SlackMarkup.Message, SlackMarkup.Limits);

    /// <inheritdoc/>
    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        posts.ReadAsync(question, cancellationToken);

    /// <inheritdoc/>
    public Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken) =>
        replies.TellAsync(question, line, cancellationToken);

    private async Task<IReadOnlyList<Task>> StartAsync(CancellationToken cancellationToken)
    {
        reception.ForgetRemoval();
        await identification.IdentifyAsync(cancellationToken);
        return [.. reception.Start(cancellationToken), identification.WatchAsync(cancellationToken)];
    }
}
