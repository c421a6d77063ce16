using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>The buttons under an answer. Thread-safe.</summary>
internal sealed class ButtonCommands(
    AnswerActions actions,
    MoreCommand more,
    FeedbackCommand feedback,
    ReplyRenderer renderer,
    ChannelReplies channels,
    InteractionReplies replies
)
{
    /// <summary>Does what a button is for; null for a button of something else.</summary>
    public async Task<CommandResult?> RunAsync(
        Interaction interaction,
        CommandCall call,
        InteractionToken token,
        CancellationToken cancellationToken
    )
    {
        string? id = interaction.Data!.CustomId;
        if (ListAction.TryParse(id, out var list))
        {
            return await more.RunAsync(call, list, cancellationToken);
        }

        if (NewsAction.TryParse(id, out var news))
        {
            return await more.RunAsync(call, news, cancellationToken);
        }

        if (AlertAction.TryParse(id, out var alert))
        {
            return await more.RunAsync(call, alert, cancellationToken);
        }

        if (!AnswerAction.TryParse(id, out var action))
        {
            return null;
        }

        return interaction.Type == InteractionTypes.Form
            ? await feedback.ExplainAsync(call, action.Answer, VoteReason.Other, FeedbackForm.WordsOf(interaction.Data), cancellationToken)
            : await actions.RunAsync(call, action, (shared, stop) => PostAsync(interaction, token, shared, stop), cancellationToken);
    }

    /// <summary>As messages of the channel, which a repeated try does not double; as follow-ups where the bot may not post.</summary>
    private async Task PostAsync(Interaction interaction, InteractionToken token, ChatAnswer answer, CancellationToken cancellationToken)
    {
        var parts = renderer.Render(answer.ForAll(), withQuestion: true);
        for (int i = 0; i < parts.Count; i++)
        {
            try
            {
                await channels.PostAsync(interaction.ChannelId!.Value, parts[i], QuestionNonce.OfShared(answer.Id, i), cancellationToken);
            }
            catch (DiscordApiException exception)
                when (exception.Code is DiscordErrorCodes.MissingAccess or DiscordErrorCodes.MissingPermissions)
            {
                await replies.FollowUpAsync(token, parts[i], cancellationToken);
            }
        }
    }
}
