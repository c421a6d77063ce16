using System.Text.RegularExpressions;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Who somebody is, from the title before the name and from what is set beside it.</summary>
internal sealed class DescribePerson(HybridRetriever retriever) : RequestKind("who_is", "request-identity")
{
    private const int MostBefore = 6;
    private const int MostBehind = 6;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    ) =>
        words.Find("name") is { } name && !words.Asks("name") && NamedSentences.IsName(words.Raw("name"))
            ? NamedSentences.Answer(name, await retriever.RetrieveAsync(question, cancellationToken), Score)
            : null;

    /// <summary>
    /// How well a sentence says who it is: 3 by what is set beside the name or said of it, 2 by a title before it, else 0.
    /// </summary>
    private static double Score(string sentence, Match name)
    {
        string behind = sentence[(name.Index + name.Length)..];
        if (Beside(behind))
        {
            return 3;
        }

        string[] before = sentence[..name.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in before.Reverse().Take(MostBefore))
        {
            string bare = word.Trim('“', '"', '(', '‘');
            if (TitleWords.Contains(bare))
            {
                return 2;
            }

            if (
                bare.Length == 0
                || bare[^1] is ',' or ';' or ':' or ')'
                || !(char.IsUpper(bare[0]) || bare is "of" or "the" or "for" or "and")
            )
            {
                break;
            }
        }

        return 0;
    }

    /// <summary>", the foreign minister of ...", "is a ...", ", who leads ...".</summary>
    private static bool Beside(string behind)
    {
        string rest =
            behind.StartsWith(" (", StringComparison.Ordinal) && behind.IndexOf(')', StringComparison.Ordinal) is > 0 and var end
                ? behind[(end + 1)..]
                : behind;
        string[] next = rest.TrimStart(' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (rest.StartsWith(", ", StringComparison.Ordinal) && next.Length > 2)
        {
            string[] apposition = [.. next.Skip(1).Take(MostBehind).TakeWhile((word, i) => i == 0 || !next[i].EndsWith(','))];
            return apposition.Length > 0
                && (apposition[0] is "the" or "a" or "an" || char.IsLower(apposition[0][0]) || char.IsAsciiDigit(apposition[0][0]))
                && apposition.Any(word => TitleWords.Contains(word.Trim(',', '.', ';')));
        }

        return next.Length > 2
            && next[0] is "is" or "was"
            && next[1] is "the" or "a" or "an"
            && next.Take(MostBehind).Any(word => TitleWords.Contains(word.Trim(',', '.', ';')));
    }
}
