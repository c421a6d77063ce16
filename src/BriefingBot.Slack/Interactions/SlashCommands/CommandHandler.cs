using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Commands.Forget;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>Deals with <c>/briefing</c>: questions are journaled before the ack, everything else runs beside it. Thread-safe.</summary>
internal sealed class CommandHandler(
    AskCommand ask,
    LatestCommand latest,
    BriefCommand brief,
    FollowCommand follow,
    SourcesCommand sources,
    StatusCommand status,
    ReindexCommand reindex,
    ChannelSettingsCommand channel,
    ForgetCommand forget,
    AdminRights rights,
    ResponseReplies replies,
    CommandProgress progress,
    ChatFailures failures,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock,
    ILogger<CommandHandler> logger
)
{
    private const string DirectMessages = "directmessage";

    /// <summary>Deals with a command.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public async Task HandleAsync(SlackDelivery delivery, BotIdentity self, CancellationToken cancellationToken)
    {
        var payload = delivery.Payload.Deserialize(InboundJsonContext.Default.SlashPayload);
        if (payload is not { ChannelId: { } place, UserId: { } user, ResponseUrl: { } url, TriggerId: { } trigger })
        {
            throw new JsonException("A field of the command is missing.");
        }

        ResponseTarget target = new(url);
        CommandCall call = new()
        {
            Id = new ChatQuestionId(SlackPlatform.PlatformName, $"{self.Team}/{trigger}"),
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, place, IsDirect: payload.ChannelName == DirectMessages),
            User = new ChatUser(user),
            Called = clock.GetUtcNow(),
            ReplyToken = target.ToString(),
        };
        var command = SlashCommandParser.ParseRaw(payload.Text);
        if (command.Verb != SlashVerb.Ask)
        {
            work.Start($"/briefing {command.Verb}", token => ShowAsync(target, call, command, token), cancellationToken);
            return;
        }

        // Journaled when this returns; only a refusal has something to show.
        var result = await ask.RunAsync(call, command.Text ?? "", isPrivate: true, cancellationToken);
        if (result is not QuestionAccepted)
        {
            work.Start("The reply to a question", token => replies.ShowAsync(target, call, result, token), cancellationToken);
            return;
        }

        work.Start("The progress of a question", token => progress.ShowAsync(target, call, token), cancellationToken);
    }

    private async Task ShowAsync(ResponseTarget target, CommandCall call, SlashCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await replies.ShowAsync(target, call, await RunAsync(target, call, command, cancellationToken), cancellationToken);
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotReplied(logger, $"/briefing {command.Verb}", exception.Message);
        }
    }

    private async Task<CommandResult> RunAsync(
        ResponseTarget target,
        CommandCall call,
        SlashCommand command,
        CancellationToken cancellationToken
    )
    {
        try
        {
            call = call with { User = call.User with { IsAdmin = await rights.HasAsync(call.User.Id, cancellationToken) } };
        }
        catch (SlackApiException exception)
            when (command.Verb is SlashVerb.Status or SlashVerb.Reindex or SlashVerb.Channel or SlashVerb.Forget
                || (command.Verb is SlashVerb.Brief or SlashVerb.Follow or SlashVerb.Unfollow && !call.Address.IsDirect)
            )
        {
            // Nobody is refused for what Slack did not say.
            return new CommandFailed(failures.Report(exception, $"/briefing {command.Verb}"));
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotShown(logger, "What only admins may use", exception.Message);
        }

        return command.Verb switch
        {
            SlashVerb.Latest => await latest.RunAsync(call, command.Text, command.Count, cancellationToken),
            SlashVerb.Brief => await brief.RunAsync(call, command.Words, cancellationToken),
            SlashVerb.Follow => await follow.RunAsync(call, command.Words, cancellationToken),
            SlashVerb.Unfollow => await follow.UnfollowAsync(call, command.Text, cancellationToken),
            SlashVerb.Following => await follow.ShowAsync(call, cancellationToken),
            SlashVerb.Sources => await sources.RunAsync(call, command.Text, cancellationToken),
            SlashVerb.Status => await status.RunAsync(call, cancellationToken),
            SlashVerb.Reindex when command.Wish is { } wish => await reindex.ControlAsync(call, wish, cancellationToken),
            SlashVerb.Reindex => await reindex.RunAsync(
                call,
                command.IsRebuild,
                command.Source,
                new ReindexProgress(replies, target, call).ShowAsync,
                cancellationToken
            ),
            SlashVerb.Forget => await forget.RunAsync(call, command.Text, cancellationToken),
            SlashVerb.Channel => await channel.RunAsync(call, command.Change, cancellationToken),
            _ => SlackHelp.Of(call, command.NotUnderstood),
        };
    }
}
