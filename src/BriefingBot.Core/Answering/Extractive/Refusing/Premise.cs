using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// What a question takes for granted: that somebody did something. Who is asked about ("did Japan sign") must stand in the sentence that
/// answers or in the one that it points back to, and where people are counted so must what befell them. Rules for English; stateless.
/// </summary>
internal static partial class Premise
{
    private const int Looked = 10;

    /// <summary>
    /// Puts the first of the best sentences that meets it, of the best one's article, before all others, and says how it stands.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="counts">In how many passages each of its terms stands; empty when not counted.</param>
    /// <param name="scored">The sentences, best first; at least one.</param>
    public static PremiseState PutFirst(Question question, IReadOnlyList<int> counts, List<ScoredSentence> scored)
    {
        var (actors, verb) = Actors(question);
        if (verb >= 0 && verb < counts.Count && counts[verb] == 0 && Befell.IsMatch(question.Terms[verb].Surface))
        {
            // What the coverage never says of anybody it does not say of them.
            return PremiseState.Denied;
        }

        ulong act = Act(question);
        var article = scored[0].Passage.Passage.Article.Id;
        var near = scored
            .Take(Looked)
            .Where(sentence => sentence.Passage.Passage.Article.Id == article && IsMet(actors, act, sentence))
            .ToArray();
        int met =
            near.Length == 0
                ? -1
                : scored.IndexOf(near.FirstOrDefault(sentence => sentence.Features.Kind >= scored[0].Features.Kind) ?? near[0]);
        if (met > 0 && scored[met].Features.Kind >= scored[0].Features.Kind)
        {
            var sentence = scored[met] with { Score = scored[0].Score };
            scored.RemoveAt(met);
            scored.Insert(0, sentence);
        }

        if (met < 0)
        {
            return act != 0 ? PremiseState.Denied : PremiseState.Unmet;
        }

        var state = verb >= 0 ? ActSubject.Of(question, actors, verb, scored.Take(Looked)) : PremiseState.Met;
        return state == PremiseState.OthersDid && !StatesTheThing().IsMatch(question.Standalone) ? PremiseState.Unmet : state;
    }

    /// <summary>
    /// Is it asked what befell somebody, and the article that would answer has no word of such a thing? Then its other figures and names
    /// answer something else.
    /// </summary>
    public static bool IsUnsaid(Question question, RetrievedPassages retrieved, ScoredSentence best)
    {
        ulong act = BefellBits(question);
        if (act == 0)
        {
            return false;
        }

        TermCoverage coverage = new(question.Terms);
        var article = best.Passage.Passage.Article;
        ulong said = retrieved
            .Passages.Where(p => p.Passage.Article.Id == article.Id)
            .Aggregate(
                coverage.Of(WordTokenizer.Tokenize(article.Title)),
                (bits, p) => p.Sentences.Aggregate(bits, (b, sentence) => b | sentence.Terms)
            );
        return (act & said) == 0;
    }

    private static bool IsMet(List<ulong> actors, ulong act, ScoredSentence best)
    {
        ulong near = best.TermsInContext;
        return actors.All(actor => (actor & near) != 0) && (act == 0 || (act & near) != 0);
    }

    /// <summary>
    /// For each of those who are asked about the terms that name them, and the term of what they are said to have done; -1 when it is none.
    /// </summary>
    private static (List<ulong> Actors, int Verb) Actors(Question question)
    {
        List<ulong> actors = [];
        int verb = -1;
        if (Helper.Match(question.Standalone) is not { Success: true } helper)
        {
            return (actors, verb);
        }

        ulong actor = 0;
        foreach (var token in WordTokenizer.Tokenize(question.Standalone).Where(token => token.Start >= helper.Index + helper.Length))
        {
            string word = question.Standalone.Substring(token.Start, token.Length);
            int term = IndexOf(question, token.Stem);
            if (term >= 0 && question.Terms[term].IsName && !question.Terms[term].IsNumber && !TitleWords.Contains(word))
            {
                actor |= 1UL << term;
            }
            else if (token.Start > 0 && question.Standalone[token.Start - 1] is '-')
            {
                // "Kim Jong-un": a part of the name.
                continue;
            }
            else if (word is "and" or "or" && actor != 0)
            {
                actors.Add(actor);
                actor = 0;
            }
            else if (!TitleWords.Contains(word) && word is not ("the" or "s" or "of"))
            {
                verb = actor != 0 && term >= 0 && !question.Terms[term].IsNumber ? term : -1;
                break;
            }
        }

        if (actor != 0)
        {
            actors.Add(actor);
        }

        return (actors, verb);
    }

    /// <summary>
    /// What befell those who are counted: the words of the question that are neither names nor what is counted; 0 for other questions.
    /// </summary>
    private static ulong Act(Question question)
    {
        ulong counted =
            question.Asked is { IsCounted: true } asked && IndexOf(question, asked.Stem) is >= 0 and var index ? 1UL << index : 0;
        return question.Asked is { IsCounted: true } ? BefellBits(question) & ~counted : 0;
    }

    /// <summary>The words of this turn for what befalls people.</summary>
    private static ulong BefellBits(Question question)
    {
        ulong bits = 0;
        for (int i = 0; i < Math.Min(question.Terms.Count, 64); i++)
        {
            bits |= !question.Terms[i].IsCarried && !question.Terms[i].IsName && Befell.IsMatch(question.Terms[i].Surface) ? 1UL << i : 0;
        }

        return bits;
    }

    private static int IndexOf(Question question, string stem)
    {
        for (int i = 0; i < Math.Min(question.Terms.Count, 64); i++)
        {
            if (question.Terms[i].Stem == stem)
            {
                return i;
            }
        }

        return -1;
    }

    private static readonly TieredRegex Helper = LanguagePattern.Tiered(
        "premises/helper",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    // "When did Japan sign the treaty": what was done is said, not asked, and it is not asked what befell it ("when was the treaty
    // signed").
    [GeneratedRegex(
        "^(?:and\\s+|but\\s+)?(?:(?:when|where|why|how)\\s+)?(?:did|does|do|has|have|had|will|would)\\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex StatesTheThing();

    private static readonly TieredRegex Befell = LanguagePattern.Tiered(
        "premises/befell",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
