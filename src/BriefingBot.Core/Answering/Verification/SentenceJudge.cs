using System.Buffers;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.FactChecks;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Answering.Verification.Polarity;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>Judges whether passages bear a sentence out: its facts, its words, its sense. Stateless.</summary>
internal static class SentenceJudge
{
    /// <summary>The weighted share of a sentence that must stand in what it cites.</summary>
    public const double LeastShare = 0.65;

    /// <summary>The share that the sentences which are shown as evidence must hold themselves.</summary>
    public const double LeastShownShare = 0.6;

    private const double UnrelatedShare = 0.35;
    private const double Borne = 0.5;
    private const int LongestUnborneRow = 3;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:—–()");

    private static readonly HashSet<string> Persons = new(
        ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "yourselves"],
        StringComparer.Ordinal
    );

    private static readonly string[] AssistantPhrases = [.. LanguageData.Lines("assistant-phrases")];

    /// <summary>The fault, or null when the passages bear it out.</summary>
    public static DropReason? FindFault(StatementWeights said, IReadOnlyList<PassageSupport> supports)
    {
        EvidencePool pool = new([.. supports.Select(support => support.Passage)]);
        double[] marks = PassageSupport.Union(supports);
        double share = said.Share(marks);
        if (share < UnrelatedShare)
        {
            return DropReason.NotSupported;
        }

        if (FactCheck.FindFault(said.Said, pool) is { } fault)
        {
            return fault;
        }

        // What is known of an article bears out a name or a date, not the claim: that must stand in its passages.
        double shown = said.Share(PassageSupport.UnionOfWindows(supports));
        if (
            share < LeastShare
            || shown < LeastShownShare
            || HasUnborneClause(said, marks)
            || SpeaksForItself(said.Said, pool)
            || SpeaksToAsker(said.Said.Text, pool)
        )
        {
            return DropReason.NotSupported;
        }

        if (SlotCheck.FindFault(said.Said, pool.Sentences) is { } misplaced)
        {
            return misplaced;
        }

        EvidenceSentence[] nearest = [.. supports.SelectMany(support => support.Nearest)];
        return PolarityCheck.IsTurned(said.Said, nearest, pool.Sentences) ? DropReason.NotSupported : null;
    }

    /// <summary>A part of the sentence of which nothing is borne out, or a long row of words in it.</summary>
    private static bool HasUnborneClause(StatementWeights said, double[] marks)
    {
        int row = 0;
        int counted = 0;
        int borne = 0;
        int end = 0;
        for (int i = 0; i < marks.Length; i++)
        {
            var unit = said.Said.Units[i];
            var between = said.Said.Text.AsSpan(end, Math.Max(0, unit.Start - end));
            if (between.ContainsAny(ClauseMarks) || between.Contains(". ", StringComparison.Ordinal) || between.ContainsAny('!', '?'))
            {
                if (counted >= 2 && borne == 0)
                {
                    return true;
                }

                (counted, borne) = (0, 0);
            }

            end = unit.End;
            if (said.Weights[i] > 0)
            {
                bool isBorne = marks[i] >= Borne;
                counted++;
                borne += isBorne ? 1 : 0;
                row = isBorne ? 0 : row + 1;
                if (row > LongestUnborneRow)
                {
                    return true;
                }
            }
        }

        return counted >= 2 && borne == 0;
    }

    /// <summary>"I", "we", "you" outside quotations: an answer speaks of others, unless the article has the word too.</summary>
    private static bool SpeaksForItself(Statement said, EvidencePool pool)
    {
        string text = said.Text;
        foreach (string quote in QuotedSpans.Of(text))
        {
            text = text.Replace(quote, " ", StringComparison.Ordinal);
        }

        return EvidenceToken
            .Read(text)
            .Any(token => Persons.Contains(token.Key) && !(token.IsUpper && token.Key != "i") && !pool.HasWord(token.Key));
    }

    /// <summary>"Of course, as requested, here is": words to whoever asked.</summary>
    private static bool SpeaksToAsker(string text, EvidencePool pool)
    {
        string? phrase = Array.Find(
            AssistantPhrases,
            phrase =>
                text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (text.Length == phrase.Length || !char.IsLetter(text[phrase.Length]))
        );
        return phrase is not null
            && !pool.Sentences.Any(sentence => sentence.Statement.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }
}
