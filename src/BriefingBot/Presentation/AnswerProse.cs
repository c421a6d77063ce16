using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Weekdays;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Conversations;

namespace BriefingBot.Presentation;

/// <summary>An answer as running text with its [n] marks.</summary>
internal static class AnswerProse
{
    /// <summary>What stands for an answer when the coverage does not say.</summary>
    public const string Refusal = AnswerLayout.Refusal;

    /// <summary>The sentences of each paragraph.</summary>
    public static IReadOnlyList<IReadOnlyList<VerifiedSentence>> Paragraphs(IReadOnlyList<VerifiedSentence> sentences)
    {
        List<List<VerifiedSentence>> paragraphs = [];
        foreach (var sentence in sentences)
        {
            if (paragraphs.Count == 0 || sentence.StartsParagraph)
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(sentence);
        }

        return paragraphs;
    }

    /// <summary>The statement and all paragraphs, an empty line between them; <see cref="Refusal"/> when abstained.</summary>
    public static string Of(OutgoingMessage message) =>
        message.Abstained
            ? Refusal
            : string.Join(
                "\n\n",
                Paragraphs(message.Answer.Sentences)
                    .Select(paragraph => Of(paragraph, message.Answer.Citations))
                    .Prepend(message.Statement)
                    .OfType<string>()
            );

    /// <summary>What stands before a sentence.</summary>
    public static string LabelOf(VerifiedSentence sentence) => sentence.Label is { } label ? $"{label}: " : "";

    /// <summary>One paragraph: <c>Seoul protested. [1][2] Tokyo did not. [3]</c>.</summary>
    public static string Of(IReadOnlyList<VerifiedSentence> paragraph, IReadOnlyList<Citation> citations) =>
        string.Join(
            ' ',
            paragraph.Select(sentence =>
                $"{LabelOf(sentence)}{WeekdayDates.Show(sentence, citations)} "
                + $"{string.Concat(sentence.Citations.Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]")))}"
            )
        );
}
