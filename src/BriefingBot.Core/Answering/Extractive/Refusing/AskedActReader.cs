using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>Reads what a question that wants a yes or a no says was done or is so, and of whom. Rules for English; stateless.</summary>
internal static class AskedActReader
{
    private const int Most = 64;

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

    /// <summary>
    /// Reads them, one for each question in it ("did it sink and were all rescued"); none when it is not plain what it asks.
    /// </summary>
    public static IReadOnlyList<AskedAct> Read(Question question)
    {
        if (question.Kind != AnswerKind.YesNo)
        {
            return [];
        }

        TermCoverage coverage = new(question.Terms);
        AskedAct?[] acts = [.. Parts([.. WordsOf(question)]).Select(part => ReadPart(question, coverage, part))];
        return acts.Contains(null) ? [] : [.. acts.Select(act => act! with { Share = 1.0 / acts.Length })];
    }

    private static AskedAct? ReadPart(Question question, TermCoverage coverage, Word[] words)
    {
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
        ulong named = Bits(words[(helper + 1)..act].Where(word => word.IsName));
        Word[] behind = [.. words[(act + 1)..].Where(word => word.Term >= 0 && !word.IsName && !word.IsNumber)];
        Word[] acts = LightVerbs.Contains(EnglishVerbs.RootOf(words[act].Key)) && behind.Length > 0 ? behind : [words[act]];
        return new AskedAct(named != 0 ? named : subject, Bits(acts), Bits(behind) & ~Bits(acts))
        {
            Coverage = coverage,
            Objects = Bits(words[(act + 1)..].Where(word => !word.IsNumber)) & ~Bits(acts),
            Years = [.. words.Select(word => word.Key).Where(AskedAct.IsYear)],
            Roots = [.. acts.Select(word => EnglishVerbs.RootOf(word.Key))],
        };
    }

    /// <summary>"Did it sink and were all rescued" are two: each begins with a helping verb.</summary>
    private static IEnumerable<Word[]> Parts(Word[] words)
    {
        int start = 0;
        for (int i = 1; i + 1 < words.Length; i++)
        {
            if (words[i].Key is "and" or "or" && Helping.Contains(words[i + 1].Key))
            {
                yield return words[start..i];
                start = i + 1;
            }
        }

        yield return words[start..];
    }

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
                return isState ? i : SurestVerbFrom(words, i);
            }

            last = subjects > 0 && !word.IsName && !word.IsNumber ? i : last;
            subjects++;
        }

        return isState ? last : -1;
    }

    /// <summary>"The Brakewater ferry sink": of words in a row the first that is surely a verb, or the first.</summary>
    private static int SurestVerbFrom(Word[] words, int first)
    {
        for (int i = first; i < words.Length && words[i] is { Term: >= 0, IsName: false, IsNumber: false }; i++)
        {
            if (EnglishVerbs.IsIrregularBase(words[i].Key))
            {
                return i;
            }
        }

        return first;
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
