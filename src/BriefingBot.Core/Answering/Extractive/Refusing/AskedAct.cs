using System.Buffers;
using System.Collections.Frozen;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Answering.Verification.Polarity;
using BriefingBot.Core.Language;
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
    private const int Most = 64;

    /// <summary>By how much a sentence that speaks of it may be less likely than the best one, in the scorer's units.</summary>
    private const double Near = 2;

    /// <summary>So many words may stand between who did something and what.</summary>
    private const int MostBetween = 3;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:–—()");

    /// <summary>So much of the question must stand in and around it.</summary>
    private const double LeastContext = 0.5;

    private static readonly FrozenSet<string> LightVerbs = LanguageData
        .Lines("asked-acts/light-verbs")
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Passed = LanguageData.Set("asked-acts/passed-over", StringComparer.Ordinal);
    private static readonly FrozenSet<string> NounEndings = LanguageData.Set("asked-acts/noun-endings", StringComparer.Ordinal);
    private static readonly FrozenSet<string> Determiners = LanguageData.Set("asked-acts/determiners", StringComparer.Ordinal);
    private static readonly FrozenSet<string> States = LanguageData.Set("asked-acts/helpers-of-states", StringComparer.Ordinal);
    private static readonly FrozenSet<string> Pointing = LanguageData.Set("asked-acts/pointing", StringComparer.Ordinal);
    private static readonly FrozenSet<string> Helping = LanguageData.Set("premises/helping-verbs", StringComparer.Ordinal);
    private static readonly FrozenSet<string> Openings = LanguageData.Set("asked-acts/openings", StringComparer.Ordinal);

    private IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    private IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>The terms behind it, names too.</summary>
    private ulong Objects { get; init; }

    private string[] Years { get; init; } = [];

    /// <summary>Reads it; null when the question does not want a yes or a no, or it is not plain what it asks.</summary>
    public static AskedAct? Read(Question question)
    {
        if (question.Kind != AnswerKind.YesNo)
        {
            return null;
        }

        Word[] words = [.. WordsOf(question)];
        int helper = Array.FindIndex(words, word => !Openings.Contains(word.Key));
        if (helper < 0 || !Helping.Contains(words[helper].Key))
        {
            return null;
        }

        bool isState = States.Contains(words[helper].Key);
        int act = ActOf(words, helper + 1, isState);
        if (act < 0 || words[act].Term < 0 || question.Terms[words[act].Term].IsCarried)
        {
            return null;
        }

        ulong subject = Bits(words[(helper + 1)..act]);
        ulong named = words[(helper + 1)..act].Where(word => word.IsName).Aggregate(0UL, (bits, word) => bits | Bit(word));
        Word[] behind = [.. words[(act + 1)..].Where(word => word.Term >= 0 && !word.IsName && !word.IsNumber)];
        Word[] acts = LightVerbs.Contains(EnglishVerbs.RootOf(words[act].Key)) && behind.Length > 0 ? behind : [words[act]];
        return new AskedAct(named != 0 ? named : subject, Bits(acts), Bits(behind) & ~Bits(acts))
        {
            Terms = question.Terms,
            Objects = Bits(words[(act + 1)..].Where(word => !word.IsNumber)) & ~Bits(acts),
            Years = [.. words.Select(word => word.Key).Where(IsYear)],
            Roots = [.. acts.Select(word => EnglishVerbs.RootOf(word.Key))],
        };
    }

    /// <summary>
    /// Leaves the sentences that speak of what is asked, if the question wants a yes or a no and one of them is as likely to answer as the
    /// best, nearly; else those of the best that hold everything but the act. None left: the coverage does not say.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="scored">The sentences, best first; at least one.</param>
    public static void Limit(Question question, List<ScoredSentence> scored)
    {
        if (Read(question) is not { } act)
        {
            return;
        }

        double near = scored[0].Score - Near;
        Func<ScoredSentence, bool>[] ways =
        [
            act.IsIn,
            act.IsUnderHeadlineIn,
            sentence => sentence.Score >= near && act.IsAllButSaidIn(sentence),
        ];
        var way = Array.Find(ways, way => scored.TakeWhile(sentence => sentence.Score >= near).Any(way));
        scored.RemoveAll(sentence => way is null || !way(sentence));
        if (scored.FindIndex(sentence => sentence.Score >= near && act.IsDoneBySubjectIn(sentence)) is > 0 and var done)
        {
            var plain = scored[done] with { Score = scored[0].Score };
            scored.RemoveAt(done);
            scored.Insert(0, plain);
        }
    }

    /// <summary>Does the sentence, or the one that it points back to, speak of the act and of whom it is asked?</summary>
    public bool IsIn(ScoredSentence sentence) => (Subject == 0 || (TermsAt(sentence) & Subject) != 0) && SaysIt(sentence);

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
        TermCoverage coverage = new(Terms);
        for (int i = 1; i < words.Count; i++)
        {
            bool isAct = (coverage.IndexOf(words[i]) is >= 0 and var term && (Act & (1UL << term)) != 0) || IsAct(text, words[i]);
            for (int k = i - 1; isAct && k >= Math.Max(0, i - MostBetween - 1); k--)
            {
                if (text.AsSpan(words[k].End, words[k + 1].Start - words[k].End).ContainsAny(ClauseMarks))
                {
                    break;
                }

                if (coverage.IndexOf(words[k]) is >= 0 and var name && (Subject & (1UL << name)) != 0)
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
        ulong.PopCount(Rest) >= 2 && (TermsAt(sentence) & Rest) == Rest && (sentence.Terms & Subject) != 0 && !IsOfOtherYear(sentence);

    private bool SaysIt(ScoredSentence sentence) =>
        sentence.Features.Context >= LeastContext
        && ((TermsAt(sentence) & Act) != 0 || sentence.Sentence.Words.Any(word => IsAct(sentence.Sentence.Text, word)))
        && (
            ulong.PopCount(Objects) < 2
            || 2 * ulong.PopCount((TermsAt(sentence) | HeadlineOf(sentence)) & Objects) >= ulong.PopCount(Objects)
        )
        && !IsOfOtherYear(sentence);

    private ulong HeadlineOf(ScoredSentence sentence) =>
        new TermCoverage(Terms).Of(WordTokenizer.Tokenize(sentence.Passage.Passage.Article.Title));

    private static ulong TermsAt(ScoredSentence sentence) =>
        sentence.Terms
        | (sentence.Index > 0 && Anaphora.Opens(sentence.Sentence.Text) ? sentence.Passage.Sentences[sentence.Index - 1].Terms : 0);

    /// <summary>Another form of the word, one that means the same, or the opposite, which answers as well.</summary>
    private bool IsAct(string text, WordToken word)
    {
        string root = EnglishVerbs.RootOf(text.Substring(word.Start, word.Length).ToLowerInvariant());
        return Roots.Any(asked => asked == root || Opposites.Anywhere(asked, root) || SynonymGroups.AreSame(asked, root));
    }

    /// <summary>It names a year, and not the one that is asked about.</summary>
    private bool IsOfOtherYear(ScoredSentence sentence)
    {
        if (Years.Length == 0)
        {
            return false;
        }

        string[] named =
        [
            .. sentence.Sentence.Words.Select(word => sentence.Sentence.Text.Substring(word.Start, word.Length)).Where(IsYear),
        ];
        return named.Length > 0 && !named.Intersect(Years, StringComparer.Ordinal).Any();
    }

    private static bool IsYear(string word) => word is ['1', '9', _, _] or ['2', '0', _, _] && word.All(char.IsAsciiDigit);

    private static int ActOf(Word[] words, int first, bool isState)
    {
        int subjects = 0;
        int last = -1;
        for (int i = first; i < words.Length; i++)
        {
            var word = words[i];
            if (Pointing.Contains(word.Key) && subjects == 0)
            {
                return -1;
            }

            if (Passed.Contains(word.Key) || Determiners.Contains(word.Key))
            {
                continue;
            }

            if (word.Term < 0)
            {
                // A small word behind the subject begins what is said of where and when: "legal in Kansas".
                if (isState && subjects > 0)
                {
                    break;
                }

                continue;
            }

            bool isNoun = word.IsName || word.IsNumber || TitleWords.Contains(word.Key) || IsNounAt(words, i, first, isState);
            if (subjects > 0 && !isNoun && (!isState || IsParticiple(word.Key)))
            {
                return i;
            }

            last = subjects > 0 && !word.IsName && !word.IsNumber ? i : last;
            subjects++;
        }

        return isState ? last : -1;
    }

    private static bool IsParticiple(string key) =>
        EnglishVerbs.IsPastForm(key) || (key.Length > 4 && key.EndsWith("ing", StringComparison.Ordinal));

    private static bool IsNounAt(Word[] words, int i, int first, bool isState) =>
        (i > first && Determiners.Contains(words[i - 1].Key))
        || (
            !isState
            && (
                NounEndings.Any(ending => words[i].Key.EndsWith(ending, StringComparison.Ordinal))
                || (words[i].Key.EndsWith('s') && !words[i].Key.EndsWith("ss", StringComparison.Ordinal))
            )
        );

    private static IEnumerable<Word> WordsOf(Question question)
    {
        string text = question.Standalone;
        var tokens = WordTokenizer.Tokenize(text);
        bool hasSmall = tokens.Any(token => char.IsLower(text[token.Start]));
        bool isName = false;
        foreach (var token in tokens)
        {
            int term = IndexOf(question.Terms, token.Stem);
            bool isNumber = term >= 0 && question.Terms[term].IsNumber;

            // "Kim Jong-un": a part of the name. Where only names have capitals, whatever has one is.
            isName =
                !isNumber
                && (
                    (term >= 0 && question.Terms[term].IsName)
                    || (isName && token.Start > 0 && text[token.Start - 1] is '-')
                    || (hasSmall && token.Start > 0 && char.IsUpper(text[token.Start]))
                );
            yield return new Word(text.Substring(token.Start, token.Length).ToLowerInvariant(), term, isName, isNumber);
        }
    }

    private static int IndexOf(IReadOnlyList<QuestionTerm> terms, string stem)
    {
        for (int i = 0; i < Math.Min(terms.Count, Most); i++)
        {
            if (terms[i].Stem == stem)
            {
                return i;
            }
        }

        return -1;
    }

    private static ulong Bit(Word word) => word.Term >= 0 ? 1UL << word.Term : 0;

    private static ulong Bits(IEnumerable<Word> words) => words.Aggregate(0UL, (bits, word) => bits | Bit(word));

    private readonly record struct Word(string Key, int Term, bool IsName, bool IsNumber);
}
