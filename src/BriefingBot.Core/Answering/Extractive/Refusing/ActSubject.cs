using System.Numerics;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// Who does what a question asks of somebody ("when did Japan sign"): the names right before the verb, or right after its "by". Only what
/// is plain counts: a verb whose doer is not a name beside it says nothing. Rules for English; stateless.
/// </summary>
internal static class ActSubject
{
    /// <summary>Does a sentence have other names, and none of those asked about, do it? Met as soon as one has them do it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="actors">For each of those asked about the terms that name them.</param>
    /// <param name="verb">The term of what they are to have done.</param>
    /// <param name="sentences">Where to look.</param>
    /// <returns><see cref="PremiseState.OthersDid"/> when it was the same thing that others did: the sentence holds half of what the
    /// question says of it.</returns>
    public static PremiseState Of(Question question, IReadOnlyList<ulong> actors, int verb, IEnumerable<ScoredSentence> sentences)
    {
        TermCoverage coverage = new(question.Terms);
        ulong thing = Thing(question, actors, verb);
        var state = PremiseState.Met;
        foreach (var sentence in sentences)
        {
            var words = sentence.Sentence.Words;
            string text = sentence.Sentence.Text;
            for (int i = 0; i < words.Count; i++)
            {
                if (
                    coverage.IndexOf(words[i]) != verb
                    || char.IsUpper(text[words[i].Start])
                    || DoerOf(words, text, i) is not { Count: > 0 } doer
                )
                {
                    continue;
                }

                ulong bits = coverage.Of(doer);
                if (actors.Any(actor => (actor & bits) != 0))
                {
                    return PremiseState.Met;
                }

                bool same = thing != 0 && BitOperations.PopCount(sentence.Terms & thing) * 2 >= BitOperations.PopCount(thing);
                state = same || state == PremiseState.OthersDid ? PremiseState.OthersDid : PremiseState.Unmet;
            }
        }

        return state;
    }

    /// <summary>What the question says of the thing done, behind the verb.</summary>
    private static ulong Thing(Question question, IReadOnlyList<ulong> actors, int verb)
    {
        ulong thing = 0;
        for (int i = verb + 1; i < Math.Min(question.Terms.Count, 64); i++)
        {
            thing |= question.Terms[i].IsCarried || actors.Any(actor => (actor & (1UL << i)) != 0) ? 0 : 1UL << i;
        }

        return thing;
    }

    private static List<WordToken> DoerOf(IReadOnlyList<WordToken> words, string text, int verb)
    {
        if (verb + 2 < words.Count && WordOf(text, words[verb + 1]) == "by" && IsName(text, words[verb + 2]))
        {
            return [.. words.Skip(verb + 2).TakeWhile((word, i) => IsName(text, word) || (i > 0 && IsJoint(text, word)))];
        }

        int last = verb - 1;
        while (last >= 0 && IsHelper(WordOf(text, words[last])) && Adjoins(text, words[last], words[last + 1]))
        {
            last--;
        }

        int first = last;
        while (
            first >= 0
            && (IsName(text, words[first]) || (first < last && IsJoint(text, words[first])))
            && Adjoins(text, words[first], words[first + 1])
        )
        {
            first--;
        }

        return [.. words.Skip(first + 1).Take(last - first)];
    }

    /// <summary>Nothing but spaces, the mark of a possessive or a hyphen parts them: after a comma something else may be meant.</summary>
    private static bool Adjoins(string text, WordToken word, WordToken next) =>
        !text.AsSpan((word.Start + word.Length)..next.Start).ContainsAny(',', ';', ':');

    private static bool IsName(string text, WordToken word) => char.IsUpper(text[word.Start]) && !StopWords.Contains(word.Stem);

    private static bool IsJoint(string text, WordToken word) => WordOf(text, word) is "and" or "of" or "the" or "s";

    private static bool IsHelper(string word) =>
        word
            is "has"
                or "have"
                or "had"
                or "will"
                or "would"
                or "did"
                or "also"
                or "then"
                or "later"
                or "already"
                or "finally"
                or "jointly"
                or "reportedly"
                or "recently";

    private static string WordOf(string text, WordToken word) => text.Substring(word.Start, word.Length);
}
