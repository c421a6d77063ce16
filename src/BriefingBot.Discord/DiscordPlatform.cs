using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Secrets;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Discord;

/// <summary>Discord as a chat platform: events in, answers out.</summary>
internal sealed class DiscordPlatform(
    DiscordOptions options,
    DiscordIdentification identification,
    DiscordReception reception,
    CommandRegistrar registrar,
    DiscordReplies replies,
    ThreadPosts posts,
    [FromKeyedServices(DiscordPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock
) : IChatPlatform
{
    /// <summary>The first part of every question's id.</summary>
    public const string PlatformName = "discord";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public string? Connection => options.ShardIds.Count == 0 ? PlatformName : $"{PlatformName} shard {string.Join('+', options.ShardIds)}";

    /// <summary>Posting needs nothing of the gateway.</summary>
    /// <inheritdoc/>
    public Task StandByAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PlatformLife.RunAsync(StartAsync, work, cancellationToken);
        }
        finally
        {
            await replies.EndAllAsync();
        }
    }

    /// <inheritdoc/>
    public async Task WaitForNewSecretAsync(CancellationToken cancellationToken)
    {
        await SecretFile.WaitForChangeAsync(options.TokenSource is { } file ? [file] : [], clock, cancellationToken);
        options.FindToken();
    }

    /// <inheritdoc/>
    public Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken)
    {
        replies.ShowProgress(question);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        replies.WithdrawProgressAsync(question);

    /// <inheritdoc/>
    public Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken) =>
        replies.DeliverAsync(delivery, cancellationToken);

    /// <summary>Counted as texts: a card always holds what two of them do.</summary>
    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) =>
        MessagePages.Fit(count, blocks, DiscordMarkup.Instance, DiscordMarkup.Limits);

    /// <inheritdoc/>
    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        posts.ReadAsync(question, cancellationToken);

    /// <inheritdoc/>
    public Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken) =>
        replies.TellAsync(question, line, cancellationToken);

    private async Task<IReadOnlyList<Task>> StartAsync(CancellationToken cancellationToken)
    {
        var self = await identification.IdentifyAsync(cancellationToken);
        IReadOnlyList<Task> running = [.. reception.Start(self, cancellationToken), identification.WatchAsync(cancellationToken)];
        if (options.ShardIds.Count == 0 || options.ShardIds.Contains(0))
        {
            work.Start("Registering the commands", token => registrar.RegisterAsync(self.Application, token), cancellationToken);
        }

        return running;
    }
}
