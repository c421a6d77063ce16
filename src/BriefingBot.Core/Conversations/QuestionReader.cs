using System.Globalization;
using System.Text;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Conversations;

/// <summary>Turns a message into a question: checks it, resolves what it leaves to earlier turns, reads words, names and time. Thread-safe.</summary>
/// <param name="clock">Says what day it is.</param>
/// <param name="writer">Lets the model resolve follow-ups; null: rules do.</param>
public sealed class QuestionReader(TimeProvider clock, StandaloneQuestionWriter? writer = null)
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = 2000;

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
    /// <exception cref="InvalidQuestionException">It is empty, too long, has no word that could be looked up, or is asked for a day outside the years 1900 to 2100.</exception>
    public Question Read(IncomingMessage message)
    {
        var (text, history, asOf) = Check(message);
        return Understand(message, text, FollowUpResolver.Resolve(text, history, message.EarlierAnswer), asOf);
    }

    private (string Text, string[] History, DateOnly AsOf) Check(IncomingMessage message)
    {
        string text = Clean(message.Text);
        if (text.Length == 0)
        {
            throw new InvalidQuestionException("The question is empty. Ask in a sentence, for example: What did the ministers agree on?");
        }

        if (text.Length > MaxLength)
        {
            throw new InvalidQuestionException(string.Create(CultureInfo.InvariantCulture, $"The question has {text.Length:N0} characters; at most {MaxLength:N0} are read. Ask it shorter."));
        }

        string[] history = [.. message.History.Select(Clean).Select(earlier => earlier.Length > MaxLength ? earlier[..MaxLength] : earlier)];
        var asOf = message.AsOf ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (asOf.Year is < 1900 or > 2100)
        {
            throw new InvalidQuestionException(string.Create(CultureInfo.InvariantCulture, $"Answers can be given for days of the years 1900 to 2100, not for {asOf:yyyy-MM-dd}."));
        }

        return (text, history, asOf);
    }

    private static Question Understand(IncomingMessage message, string text, StandaloneQuestion standalone, DateOnly asOf)
    {
        var question = QuestionAnalyzer.Analyze(text, standalone.Text, standalone.OwnLength, asOf);
        if (question.Terms.Count == 0 && question.Window is null && !question.PrefersRecent)
        {
            throw new InvalidQuestionException("The question has no word that could be looked up. Name a person, a place, an event or a topic.");
        }

        return question with { IsBackdated = message.AsOf is not null, Collections = message.Collections };
    }

    /// <summary>Control and format characters become blanks, runs of white space one blank; lone surrogates are dropped.</summary>
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            bool blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (blank && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (!blank && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }
}
