using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.FactCheck;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.People;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Interactions;

/// <summary>
/// Deals with clicks and the message shortcut: questions are journaled before the ack, everything else runs beside it. Thread-safe.
/// </summary>
internal sealed class InteractionHandler(
    FactCheckCommand factCheck,
    AnswerActions actions,
    RemovalButton removals,
    MoreCommand more,
    FeedbackCommand feedback,
    FeedbackForm form,
    SharedAnswers shared,
    SlackPeople people,
    ResponseReplies replies,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock,
    ILogger<InteractionHandler> logger
)
{
    /// <summary>The shortcut in the manifest.</summary>
    public const string FactCheckId = "check_against_coverage";

    /// <summary>Deals with an interaction; one of something else is passed over.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public async Task HandleAsync(SlackDelivery delivery, BotIdentity self, CancellationToken cancellationToken)
    {
        var payload = delivery.Payload.Deserialize(InboundJsonContext.Default.InteractionPayload);
        if (payload is { Type: "view_submission", View: { CallbackId: FeedbackForm.CallbackId } view, User.Id: { } writer })
        {
            Explain(view, writer, self, cancellationToken);
            return;
        }

        if (payload is not { User.Id: { } user, Channel.Id: { Length: > 0 } channel, ResponseUrl: { } url, TriggerId: { } trigger })
        {
            return;
        }

        people.Meet(user, payload.User.TeamId);
        CommandCall call = new()
        {
            Id = new ChatQuestionId(SlackPlatform.PlatformName, $"{self.Team}/{trigger}"),
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, channel, IsDirect: channel.StartsWith('D')),
            User = new ChatUser(user),
            Called = clock.GetUtcNow(),
        };
        switch (payload.Type)
        {
            case "message_action" when payload.CallbackId == FactCheckId:
                await CheckAsync(payload, call, url, self, cancellationToken);
                break;
            case "block_actions":
                Click(payload, call, url, trigger, cancellationToken);
                break;
        }
    }

    /// <summary>The answer shows beside the message, for the asker alone, and would be shared to the thread of the message.</summary>
    private async Task CheckAsync(
        InteractionPayload payload,
        CommandCall call,
        string url,
        BotIdentity self,
        CancellationToken cancellationToken
    )
    {
        string? thread = payload.Message?.ThreadTs;
        ResponseTarget target = new(url, thread == payload.Message?.Ts ? null : thread, thread ?? payload.Message?.Ts);
        string words = PostWords.Of(payload.Message);
        var result = await factCheck.RunAsync(call with { ReplyToken = target.ToString() }, words, isPrivate: true, cancellationToken);
        if (result is not QuestionAccepted)
        {
            work.Start("The reply to a shortcut", token => replies.ShowAsync(target, call, result, token), cancellationToken);
        }
    }

    private void Click(InteractionPayload payload, CommandCall call, string url, string trigger, CancellationToken cancellationToken)
    {
        ResponseTarget target = new(url, payload.Container?.ThreadTs ?? payload.Message?.ThreadTs);
        foreach (var clicked in (payload.Actions ?? []).OfType<InteractionAction>())
        {
            if (ListAction.TryParse(clicked.Value, out var list))
            {
                work.Start(
                    "The button More",
                    async token => await ShowAsync(target, call, await more.RunAsync(call, list, token), token),
                    cancellationToken
                );
            }
            else if (NewsAction.TryParse(clicked.Value, out var news))
            {
                work.Start(
                    "The button More",
                    async token => await ShowAsync(target, call, await more.RunAsync(call, news, token), token),
                    cancellationToken
                );
            }
            else if (AlertAction.TryParse(clicked.Value, out var alert))
            {
                work.Start(
                    "The button More",
                    async token => await ShowAsync(target, call, await more.RunAsync(call, alert, token), token),
                    cancellationToken
                );
            }
            else if (RemovalAction.TryParse(clicked.Value, out var removal))
            {
                work.Start(
                    "The button that confirms a removal",
                    token => removals.RunAsync(call, removal, target, token),
                    cancellationToken
                );
            }
            else if (AnswerButtons.TryRead(clicked.Value, out var action, out string? shareIn))
            {
                work.Start(
                    $"The button {action.Kind}",
                    token =>
                        action.Kind == AnswerActionKind.WhyOther
                            ? OpenFormAsync(trigger, action, token)
                            : RunAsync(call, action, target, shareIn, token),
                    cancellationToken
                );
            }
        }
    }

    /// <summary>What somebody wrote about an answer. The form closes by itself; a workspace's own answers alone can be meant.</summary>
    private void Explain(SubmittedView view, string user, BotIdentity self, CancellationToken cancellationToken)
    {
        if (!AnswerId.TryParse(view.PrivateMetadata, out var answer))
        {
            return;
        }

        CommandCall call = new()
        {
            Id = new ChatQuestionId(SlackPlatform.PlatformName, $"{self.Team}/form/{answer}/{user}"),
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, user, IsDirect: true),
            User = new ChatUser(user),
            Called = clock.GetUtcNow(),
        };
        work.Start(
            "Words about an answer",
            token => feedback.ExplainAsync(call, answer, VoteReason.Other, FeedbackForm.WordsOf(view), token),
            cancellationToken
        );
    }

    private async Task OpenFormAsync(string trigger, AnswerAction action, CancellationToken cancellationToken)
    {
        try
        {
            await form.OpenAsync(trigger, action.Answer, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotReplied(logger, $"the button {action.Kind}", exception.Message);
        }
    }

    private async Task ShowAsync(ResponseTarget target, CommandCall call, CommandResult result, CancellationToken cancellationToken)
    {
        try
        {
            await replies.ShowAsync(target, call, result, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotReplied(logger, "a button", exception.Message);
        }
    }

    private async Task RunAsync(
        CommandCall call,
        AnswerAction action,
        ResponseTarget target,
        string? shareIn,
        CancellationToken cancellationToken
    )
    {
        ReplyPlace place = new(call.Address.Channel, shareIn);
        try
        {
            var result = await actions.RunAsync(
                call,
                action,
                (answer, stop) => shared.PostAsync(answer, place, target, shareIn, stop),
                cancellationToken
            );
            switch (result)
            {
                case FeedbackResult { AsksWhy: false, Reason: VoteReason.None }:
                    // The button itself shows which way it was pressed.
                    break;
                case ShareResult share:
                    await shared.MarkSharedAsync(
                        share.Answer,
                        target,
                        shareIn is null ? "Shared to the channel." : "Shared to the thread.",
                        cancellationToken
                    );
                    break;
                default:
                    await replies.ShowAsync(target, call, result, cancellationToken);
                    break;
            }
        }
        catch (SlackApiException exception)
        {
            InboundLog.NotReplied(logger, $"the button {action.Kind}", exception.Message);
        }
    }
}
