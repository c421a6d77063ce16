using System.Text.Json;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Views;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Interactions;

/// <summary>The form in which people write what was wrong with an answer. Thread-safe.</summary>
internal sealed class FeedbackForm(SlackWebApi api)
{
    /// <summary>What a form that was sent in is recognised by.</summary>
    public const string CallbackId = "feedback_words";

    private const string Words = "words";

    /// <summary>Opens it, within three seconds of the click.</summary>
    /// <exception cref="SlackApiException">Slack did not open it.</exception>
    public Task OpenAsync(string trigger, AnswerId answer, CancellationToken cancellationToken)
    {
        InputBlock words = new(
            TextObject.Plain("In your words"),
            new PlainTextInput
            {
                ActionId = Words,
                Multiline = true,
                MaxLength = FeedbackCommand.MaxWords,
            }
        )
        {
            BlockId = Words,
        };
        View form = View.Modal(FeedbackReasons.FormTitle, [words]) with
        {
            CallbackId = CallbackId,
            PrivateMetadata = answer.Value,
            Submit = TextObject.Plain("Send"),
            Close = TextObject.Plain("Cancel"),
        };
        return api.OpenViewAsync(trigger, form, cancellationToken);
    }

    /// <summary>What was written into it.</summary>
    public static string? WordsOf(SubmittedView view) =>
        view.State is { ValueKind: JsonValueKind.Object } state
        && state.TryGetProperty("values", out var values)
        && values.TryGetProperty(Words, out var block)
        && block.TryGetProperty(Words, out var field)
        && field.TryGetProperty("value", out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
