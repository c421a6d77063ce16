using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Deals with slash commands, commands on messages and buttons: questions are journaled before anything else comes in, all other work runs
/// beside the events. Thread-safe.
/// </summary>
internal sealed class InteractionHandler(
    AcknowledgedInteractions acknowledged,
    InteractionPrivacy privacy,
    AdminRights rights,
    QuestionCommands questions,
    PlainCommands commands,
    ReindexInteraction reindex,
    ButtonCommands buttons,
    OptionChoices choices,
    InteractionReplies replies,
    DiscordRestClient rest,
    [FromKeyedServices(DiscordPlatform.PlatformName)] TrackedWork work,
    ILogger<InteractionHandler> logger
)
{
    /// <summary>Begins to defer it.</summary>
    public void Receive(Interaction interaction)
    {
        if (InteractionPrivacy.IsKnown(interaction) && !InteractionPrivacy.IsAnsweredAtOnce(interaction))
        {
            acknowledged.Begin(TokenOf(interaction), privacy.IsPrivate(interaction));
        }
    }

    /// <summary>Deals with it.</summary>
    public async Task HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Data is null || interaction.Author is null || interaction.ChannelId is null)
        {
            return;
        }

        if (InteractionPrivacy.IsAnsweredAtOnce(interaction))
        {
            work.Start($"The answer to {interaction.Id}", token => AnswerAtOnceAsync(interaction, token), cancellationToken);
            return;
        }

        if (!InteractionPrivacy.IsKnown(interaction))
        {
            return;
        }

        var call = CallOf(interaction);
        if (interaction.Data.Name is CommandNames.Ask or CommandNames.Timeline or CommandNames.FactCheck)
        {
            // Journaled when this returns; only a refusal has something to show.
            var result = await questions.RunAsync(interaction, call, cancellationToken);
            if (result is QuestionAccepted { Arrival: not ChatArrival.Accepted })
            {
                acknowledged.Forget(TokenOf(interaction));
            }
            else if (result is not QuestionAccepted)
            {
                work.Start($"The reply to {interaction.Id}", token => ShowAsync(interaction, result, token), cancellationToken);
            }

            return;
        }

        work.Start(
            $"Interaction {interaction.Id}",
            async token => await ShowAsync(interaction, await RunAsync(interaction, call, token), token),
            cancellationToken
        );
    }

    private async Task AnswerAtOnceAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            if (AnswerAction.TryParse(interaction.Data!.CustomId, out var action))
            {
                await rest.OpenModalAsync(TokenOf(interaction), FeedbackForm.Of(action.Answer), cancellationToken);
            }
            else
            {
                await rest.OfferAsync(
                    TokenOf(interaction),
                    await choices.FindAsync(CallOf(interaction), interaction.Data, cancellationToken),
                    cancellationToken
                );
            }
        }
        catch (DiscordApiException exception)
        {
            InteractionLog.NotReplied(logger, interaction.Id, exception.Message);
        }
    }

    private static InteractionToken TokenOf(Interaction interaction) => new(interaction.Id, interaction.ApplicationId, interaction.Token);

    private Task<CommandResult?> RunAsync(Interaction interaction, CommandCall call, CancellationToken cancellationToken) =>
        interaction switch
        {
            { Type: InteractionTypes.Component } when RemovalAction.TryParse(interaction.Data!.CustomId, out var removal) =>
                reindex.ConfirmRemovalAsync(removal, call, TokenOf(interaction), cancellationToken),
            { Type: InteractionTypes.Component or InteractionTypes.Form } => buttons.RunAsync(
                interaction,
                call,
                TokenOf(interaction),
                cancellationToken
            ),
            { Data.Name: CommandNames.Reindex } => reindex.RunAsync(interaction, call, TokenOf(interaction), cancellationToken),
            _ => commands.RunAsync(interaction, call, cancellationToken),
        };

    private async Task ShowAsync(Interaction interaction, CommandResult? result, CancellationToken cancellationToken)
    {
        var token = TokenOf(interaction);
        try
        {
            if (
                result is not null
                && !await replies.ShowAsync(token, interaction.ChannelId!.Value, result, privacy.IsPrivate(interaction), cancellationToken)
            )
            {
                InteractionLog.NotReplied(logger, interaction.Id, "its token has expired");
            }
        }
        catch (DiscordApiException exception)
        {
            InteractionLog.NotReplied(logger, interaction.Id, exception.Message);
        }
        finally
        {
            acknowledged.Forget(token);
        }
    }

    private CommandCall CallOf(Interaction interaction)
    {
        var channel = interaction.Channel;
        ChannelPlace? place = channel is null ? null : new ChannelPlace(channel.Type, channel.ParentId, interaction.GuildId);
        return new CommandCall
        {
            Id = new ChatQuestionId(DiscordPlatform.PlatformName, interaction.Id.ToString()),
            Address = MessageTriage.AddressOf(interaction.ChannelId!.Value, interaction.GuildId, place),
            User = new ChatUser(interaction.Author!.Id.ToString(), rights.Has(interaction.Member)),
            Called = interaction.Id.CreatedAt,
            ReplyToken = InteractionReplyToken.Write(TokenOf(interaction)),
        };
    }
}
