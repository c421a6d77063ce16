using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Commands;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Interactions;

/// <summary>
/// Answers commands and clicks, for the caller alone: by their response_url, which works five times in half an hour; when it is over, in
/// the channel, and where the bot may not write there, by direct message. Thread-safe.
/// </summary>
internal sealed class ResponseReplies(SlackWebApi api, ReplyRenderer renderer, CommandLayout layout, ILogger<ResponseReplies> logger)
{
    /// <summary>What stands before a command.</summary>
    public const string Prefix = "/briefing ";

    private const int MaxTries = 3;

    /// <summary>Delivers the reply to a question; what is not yet delivered.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, ResponseTarget target, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        var parts = delivery.Reply switch
        {
            AnswerReply reply => renderer.Render(reply.Answer, withQuestion: true, target.ShareIn),
            NoticeReply notice => [ReplyRenderer.RenderLine(notice.Text)],
            _ => throw new ArgumentException($"There is no way to render a {delivery.Reply.GetType().Name}.", nameof(delivery)),
        };
        for (int i = 0; i < parts.Count; i++)
        {
            if (delivery.Delivered.All(part => part.Part != i))
            {
                await SayAsync(target, question.Address.Channel, question.User.Id, parts[i], cancellationToken);
                await delivery.AcceptedAsync(i, $"{question.Id.Key}/{i}", cancellationToken);
            }
        }
    }

    /// <summary>Shows the result of a command.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public async Task ShowAsync(ResponseTarget target, CommandCall call, CommandResult result, CancellationToken cancellationToken)
    {
        foreach (var part in CommandButtons.Under(ReplyRenderer.Render(result, layout, Prefix), result))
        {
            await SayAsync(target, call.Address.Channel, call.User.Id, part, cancellationToken);
        }
    }

    /// <summary>Shows a line.</summary>
    /// <exception cref="SlackApiException">Slack did not accept it.</exception>
    public Task ShowLineAsync(ResponseTarget target, CommandCall call, string line, CancellationToken cancellationToken) =>
        SayAsync(target, call.Address.Channel, call.User.Id, ReplyRenderer.RenderLine(line), cancellationToken);

    /// <summary>
    /// Shows a line that only says to wait: where the response_url is over it is left out, for nothing could take it away again.
    /// </summary>
    public async Task ShowPassingLineAsync(ResponseTarget target, string line, CancellationToken cancellationToken)
    {
        try
        {
            await api.RespondAsync(target.Url, MessageOf(target, ReplyRenderer.RenderLine(line)), cancellationToken);
        }
        catch (SlackApiException exception)
        {
            ReplyLog.PassingLineLeftOut(logger, exception.Message);
        }
    }

    private static ResponseMessage MessageOf(ResponseTarget target, RenderedPart part) =>
        new()
        {
            ResponseType = ResponseMessage.Ephemeral,
            ReplaceOriginal = false,
            Text = part.Text,
            Blocks = part.Blocks,
            ThreadTs = target.ThreadTs,
        };

    private async Task SayAsync(ResponseTarget target, string channel, string user, RenderedPart part, CancellationToken cancellationToken)
    {
        try
        {
            await PatientlyAsync(() => api.RespondAsync(target.Url, MessageOf(target, part), cancellationToken));
        }
        catch (SlackApiException exception) when (exception.IsPermanent)
        {
            ReplyLog.GoesElsewhere(logger, "A response_url", exception.Message);
            await WhisperAsync(channel, user, part, target.ThreadTs, cancellationToken);
        }
    }

    private async Task WhisperAsync(string channel, string user, RenderedPart part, string? thread, CancellationToken cancellationToken)
    {
        try
        {
            PostEphemeral whisper = new(channel, user, part.Text) { Blocks = part.Blocks, ThreadTs = thread };
            await PatientlyAsync(() => api.PostEphemeralAsync(whisper, cancellationToken));
        }
        catch (SlackApiException exception) when (exception is { IsPermanent: true, IsTokenRefused: false })
        {
            ReplyLog.GoesElsewhere(logger, channel, exception.Message);
            await api.PostMessageAsync(new PostMessage(user) { Text = part.Text, Blocks = part.Blocks }, cancellationToken);
        }
    }

    /// <summary>Nothing tells what one person saw: seen twice is better than never.</summary>
    private static async Task PatientlyAsync(Func<Task> send)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                await send();
                return;
            }
            catch (SlackApiException exception) when (exception.IsUnknownOutcome && tries < MaxTries)
            {
                // Once more.
            }
        }
    }
}
