using System.Buffers;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Answering.Verification.Polarity;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// What a question that wants a yes or a no says was done or is so, and of whom: "did Japan sign", "was Jones arrested", "is abortion
/// legal". Only a sentence that speaks of both says whether it is so; the topic alone does not. Rules for English; stateless.
/// </summary>
/// <param name="Subject">The terms that name who or what is asked about.</param>
/// <param name="Act">The term of what is to be so; several where the first one says little ("file for bankruptcy").</param>
/// <param name="Rest">The terms behind it, numbers and names left out.</param>
internal sealed record AskedAct(ulong Subject, ulong Act, ulong Rest)
{
    /// <summary>By how much a sentence that speaks of it may be less likely than the best one, in the scorer's units.</summary>
    private const double Near = 2;

    /// <summary>So many words may stand between who did something and what.</summary>
    private const int MostBetween = 3;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:–—()");

    /// <summary>So much of the question must stand in and around it.</summary>
    private const double LeastContext = 0.5;

    /// <summary>Looks for the terms of the question.</summary>
    public required TermCoverage Coverage { get; init; }

    /// <summary>What all forms of the words of the act share.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>How much of the question is this one: 1, or less where several things are asked.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The terms behind it, names too.</summary>
    public ulong Objects { get; init; }

    /// <summary>The years that it names.</summary>
    public IReadOnlyList<string> Years { get; init; } = [];

    /// <summary>
    /// Leaves the sentences that speak of what is asked, if the question wants a yes or a no and one of them is as likely to answer as the
    /// best, nearly; else those of the best that hold everything but the act. None left: the coverage does not say.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="scored">The sentences, best first; at least one.</param>
    public static void Limit(Question question, List<ScoredSentence> scored)
    {
        var acts = AskedActReader.Read(question);
        if (acts.Count == 0)
        {
            return;
        }

        double near = scored[0].Score - Near;
        Func<ScoredSentence, bool>[] ways =
        [
            sentence => acts.Any(act => act.IsIn(sentence)),
            sentence => acts.Any(act => act.IsUnderHeadlineIn(sentence)),
            sentence => sentence.Score >= near && acts.Any(act => act.IsAllButSaidIn(sentence)),
        ];
        var way = Array.Find(ways, way => scored.TakeWhile(sentence => sentence.Score >= near).Any(way));
        scored.RemoveAll(sentence => way is null || !way(sentence));
        int plainest = scored.FindIndex(sentence => sentence.Score >= near && acts.Any(act => act.IsDoneBySubjectIn(sentence)));
        if (plainest > 0)
        {
            var plain = scored[plainest] with { Score = scored[0].Score };
            scored.RemoveAt(plainest);
            scored.Insert(0, plain);
        }
    }

    /// <summary>Does the sentence, or the one that it points back to, speak of the act and of whom it is asked?</summary>
    public bool IsIn(ScoredSentence sentence) => (Subject == 0 || (sentence.TermsInContext & Subject) != 0) && SaysIt(sentence);

    /// <summary>
    /// Does it speak of the act and of something else of the question, and the headline of whom it is asked: "The MP was suspended by the
    /// party"?
    /// </summary>
    public bool IsUnderHeadlineIn(ScoredSentence sentence) =>
        (sentence.Terms & ~Act) != 0 && (HeadlineOf(sentence) & Subject) != 0 && SaysIt(sentence);

    /// <summary>Does the subject stand right before the act, with no more between them than a few small words: "Trump had lost"?</summary>
    private bool IsDoneBySubjectIn(ScoredSentence sentence)
    {
        var words = sentence.Sentence.Words;
        string text = sentence.Sentence.Text;
        for (int i = 1; i < words.Count; i++)
        {
            bool isAct = (Coverage.IndexOf(words[i]) is >= 0 and var term && (Act & (1UL << term)) != 0) || IsAct(text, words[i]);
            for (int k = i - 1; isAct && k >= Math.Max(0, i - MostBetween - 1); k--)
            {
                if (text.AsSpan(words[k].End, words[k + 1].Start - words[k].End).ContainsAny(ClauseMarks))
                {
                    break;
                }

                if (Coverage.IndexOf(words[k]) is >= 0 and var name && (Subject & (1UL << name)) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Does it hold all that is asked but the act itself, and enough of it to be about the same thing? It may say it in other words.
    /// </summary>
    public bool IsAllButSaidIn(ScoredSentence sentence) =>
        ulong.PopCount(Rest) >= 2
        && (sentence.TermsInContext & Rest) == Rest
        && (sentence.Terms & Subject) != 0
        && !IsOfOtherYear(sentence);

    private bool SaysIt(ScoredSentence sentence) =>
        sentence.Features.Context >= LeastContext * Share
        && ((sentence.TermsInContext & Act) != 0 || sentence.Sentence.Words.Any(word => IsAct(sentence.Sentence.Text, word)))
        && (
            ulong.PopCount(Objects) < 2
            || 2 * ulong.PopCount((sentence.TermsInContext | HeadlineOf(sentence)) & Objects) >= ulong.PopCount(Objects)
        )
        && !IsOfOtherYear(sentence);

    private ulong HeadlineOf(ScoredSentence sentence) => Coverage.Of(WordTokenizer.Tokenize(sentence.Passage.Passage.Article.Title));

    /// <summary>Another form of the word, one that means the same, or the opposite, which answers as well.</summary>
    private bool IsAct(string text, WordToken word)
    {
        string root = EnglishVerbs.RootOf(text.Substring(word.Start, word.Length).ToLowerInvariant());
        return Roots.Any(asked => asked == root || Opposites.Anywhere(asked, root) || SynonymGroups.AreSame(asked, root));
    }

    /// <summary>It names a year, and not the one that is asked about.</summary>
    private bool IsOfOtherYear(ScoredSentence sentence)
    {
        if (Years.Count == 0)
        {
            return false;
        }

        string[] named =
        [
            .. sentence.Sentence.Words.Select(word => sentence.Sentence.Text.Substring(word.Start, word.Length)).Where(IsYear),
        ];
        return named.Length > 0 && !named.Intersect(Years, StringComparer.Ordinal).Any();
    }

    internal static bool IsYear(string word) => word is ['1', '9', _, _] or ['2', '0', _, _] && word.All(char.IsAsciiDigit);
}
