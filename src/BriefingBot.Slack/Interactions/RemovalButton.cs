using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Slack.Interactions.SlashCommands;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Interactions;

/// <summary>The button that confirms a removal which an index run held back. Thread-safe.</summary>
internal sealed class RemovalButton(
    ReindexCommand reindex,
    AdminRights rights,
    ResponseReplies replies,
    ChatFailures failures,
    ILogger<RemovalButton> logger
)
{
    private const string Name = "the button that confirms a removal";

    /// <summary>Runs the index and shows the account to who clicked.</summary>
    public async Task RunAsync(CommandCall call, RemovalAction removal, ResponseTarget target, CancellationToken cancellationToken)
    {
        try
        {
            await replies.ShowAsync(target, call, await ConfirmAsync(call, removal, target, cancellationToken), cancellationToken);
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotReplied(logger, Name, exception.Message);
        }
    }

    private async Task<CommandResult> ConfirmAsync(
        CommandCall call,
        RemovalAction removal,
        ResponseTarget target,
        CancellationToken cancellationToken
    )
    {
        try
        {
            call = call with { User = call.User with { IsAdmin = await rights.HasAsync(call.User.Id, cancellationToken) } };
        }
        catch (SlackApiException exception)
        {
            // Nobody is refused for what Slack did not say.
            return new CommandFailed(failures.Report(exception, Name));
        }

        return await reindex.ConfirmRemovalAsync(call, removal, new ReindexProgress(replies, target, call).ShowAsync, cancellationToken);
    }
}
