using BriefingBot.Core.Answering;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Turns a message into a question: checks it, resolves what it leaves to earlier turns, reads words, names and time. Thread-safe.
/// </summary>
/// <param name="clock">Says what day it is.</param>
/// <param name="writer">Lets the model resolve follow-ups; null: rules do.</param>
public sealed class QuestionReader(TimeProvider clock, StandaloneQuestionWriter? writer = null)
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = QuestionText.MaxLength;

    /// <summary>Reads a message; what it leaves to earlier turns is resolved by the model when there is one, by rules otherwise.</summary>
    /// <exception cref="InvalidQuestionException">As <see cref="Read"/>.</exception>
    public async Task<Question> ReadAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (writer is null || message.Composer == ComposerChoice.Extractive)
        {
            return Read(message);
        }

        var (text, history, asOf) = Check(message);
        return Understand(message, text, await writer.WriteAsync(text, history, asOf, message.Asker, cancellationToken), asOf);
    }

    /// <summary>Reads a message by rules alone.</summary>
    /// <exception cref="InvalidQuestionException">It is empty, too long, has no word that could be looked up, or is asked for a day outside
    /// the years 1900 to 2100.</exception>
    public Question Read(IncomingMessage message)
    {
        var (text, history, asOf) = Check(message);
        return Understand(message, text, FollowUpResolver.Resolve(text, history, message.EarlierAnswer), asOf);
    }

    private (string Text, string[] History, DateOnly AsOf) Check(IncomingMessage message)
    {
        string text = QuestionText.Check(message.Text);
        string[] history =
        [
            .. message.History.Select(QuestionText.Clean).Select(earlier => earlier.Length > MaxLength ? earlier[..MaxLength] : earlier),
        ];
        return (text, history, QuestionText.Check(message.AsOf ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)));
    }

    private static Question Understand(IncomingMessage message, string text, StandaloneQuestion standalone, DateOnly asOf)
    {
        var question = QuestionText.Understand(text, standalone, asOf) with
        {
            IsBackdated = message.AsOf is not null,
            Collections = message.Collections,
        };
        return message.AnyTime ? question with { Window = null, HintedWindow = null, IsWindowRelative = false } : question;
    }
}
