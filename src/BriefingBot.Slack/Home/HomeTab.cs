using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Interactions.SlashCommands;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Views;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Home;

/// <summary>
/// The home tab: the newest coverage, how to ask, and to admins the state of the index and the questions that found no answer. Thread-safe.
/// </summary>
internal sealed class HomeTab(
    LatestCommand latest,
    StatusCommand status,
    CommandLayout layout,
    AdminRights rights,
    SlackWebApi api,
    TimeProvider clock,
    ILogger<HomeTab> logger
)
{
    private const int MaxBlocks = 100;

    /// <summary>Publishes it anew for a person.</summary>
    /// <param name="user">The person.</param>
    /// <param name="channel">The direct messages with that person.</param>
    /// <param name="self">The bot.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task PublishAsync(string user, string channel, BotIdentity self, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        CommandCall call = new()
        {
            Id = new ChatQuestionId(SlackPlatform.PlatformName, $"{self.Team}/home/{user}/{now.ToUnixTimeMilliseconds()}"),
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, channel, IsDirect: true),
            User = new ChatUser(user, await IsAdminAsync(user, cancellationToken)),
            Called = now,
            Composer = ComposerChoice.Extractive,
        };
        List<Block> blocks =
        [
            Title("Newest coverage"),
            .. Show(await latest.RunAsync(call, null, null, cancellationToken)),
            new DividerBlock(),
            Title("How to ask"),
            .. Show(SlackHelp.Of(call)),
        ];
        if (call.User.IsAdmin)
        {
            blocks.AddRange([new DividerBlock(), Title("Index"), .. Show(await status.RunAsync(call, cancellationToken))]);
        }

        await api.PublishHomeAsync(user, View.Home([.. blocks.Take(MaxBlocks)]), cancellationToken);
    }

    /// <summary>What Slack does not say costs an admin a section, not the tab.</summary>
    private async Task<bool> IsAdminAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            return await rights.HasAsync(user, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotShown(logger, "The state of the index in the home tab", exception.Message);
            return false;
        }
    }

    private IReadOnlyList<Block> Show(CommandResult result) => ReplyRenderer.RenderHome(layout.Of(result, ResponseReplies.Prefix));

    private static HeaderBlock Title(string text) => new(TextObject.Plain(text));
}
