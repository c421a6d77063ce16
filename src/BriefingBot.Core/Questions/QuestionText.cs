using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Questions;

/// <summary>Checks and cleans what was typed, and reads words, names and time from it. Stateless.</summary>
public static class QuestionText
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = 2000;

    /// <summary>The text cleaned.</summary>
    /// <exception cref="InvalidQuestionException">It is empty or too long.</exception>
    public static string Check(string text)
    {
        text = Clean(text);
        if (text.Length == 0)
        {
            throw new InvalidQuestionException("The question is empty. Ask in a sentence, for example: What did the ministers agree on?");
        }

        return text.Length <= MaxLength
            ? text
            : throw new InvalidQuestionException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The question has {text.Length:N0} characters; at most {MaxLength:N0} are read. Ask it shorter."
                )
            );
    }

    /// <summary>The day, when questions can be asked on it.</summary>
    /// <exception cref="InvalidQuestionException">It lies outside the years 1900 to 2100.</exception>
    public static DateOnly Check(DateOnly asOf) =>
        asOf.Year is >= 1900 and <= 2100
            ? asOf
            : throw new InvalidQuestionException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Answers can be given for days of the years 1900 to 2100, not for {asOf:yyyy-MM-dd}."
                )
            );

    /// <summary>Reads a question that was checked and stands for itself.</summary>
    /// <param name="text">The words of this turn.</param>
    /// <param name="standalone">The words that stand for themselves.</param>
    /// <param name="asOf">The day that it is asked on.</param>
    /// <exception cref="InvalidQuestionException">It has no word that could be looked up.</exception>
    public static Question Understand(string text, StandaloneQuestion standalone, DateOnly asOf)
    {
        var question = QuestionAnalyzer.Analyze(text, standalone.Text, standalone.OwnLength, asOf);
        return question.Terms.Count > 0 || question.Window is not null || question.PrefersRecent
            ? question
            : throw new InvalidQuestionException(
                "The question has no word that could be looked up. Name a person, a place, an event or a topic."
            );
    }

    /// <summary>Reads a topic: a few words that no earlier turn adds to.</summary>
    /// <exception cref="InvalidQuestionException">As <see cref="Check(string)"/>, <see cref="Check(DateOnly)"/> and
    /// <see cref="Understand"/>.</exception>
    public static Question ReadTopic(string topic, DateOnly asOf)
    {
        string text = Check(topic);
        return Understand(text, new StandaloneQuestion(text, text.Length), Check(asOf));
    }

    /// <summary>Control and format characters become blanks, runs of white space one blank; lone surrogates are dropped.</summary>
    public static string Clean(string text)
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
