using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>The form in which people write what was wrong with an answer.</summary>
internal static class FeedbackForm
{
    private const string Words = "words";

    /// <summary>The form for an answer.</summary>
    public static ModalData Of(AnswerId answer) =>
        new()
        {
            CustomId = new AnswerAction(AnswerActionKind.WhyOther, answer).ToString(),
            Title = FeedbackReasons.FormTitle,
            Components =
            [
                new ModalRow
                {
                    Components =
                    [
                        new TextField
                        {
                            CustomId = Words,
                            Style = TextField.Paragraph,
                            Label = "In your words",
                            MaxLength = FeedbackCommand.MaxWords,
                            Required = true,
                        },
                    ],
                },
            ],
        };

    /// <summary>What was written into it.</summary>
    public static string? WordsOf(InteractionData data) =>
        (data.Components ?? []).SelectMany(static row => row.Components).FirstOrDefault(static field => field.CustomId == Words)?.Value;
}
