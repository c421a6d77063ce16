using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// "Did Putin visit Seoul?" is neither confirmed nor denied by what speaks of Putin alone: one of the best sentences, with the one before
/// it and its headline, must name all who are asked about. Stateless.
/// </summary>
internal static class NamesTogether
{
    private const int Looked = 10;

    /// <summary>Is it asked whether something is so, of names that no good sentence has together?</summary>
    public static bool AreMissing(Question question, IReadOnlyList<ScoredSentence> scored)
    {
        ulong names = question.Kind == AnswerKind.YesNo ? OwnNames(question) : 0;
        if (ulong.PopCount(names) < 2)
        {
            return false;
        }

        TermCoverage coverage = new(question.Terms);
        return !scored.Take(Looked).Any(sentence => (names & ~BitsAround(sentence, coverage)) == 0);
    }

    private static ulong OwnNames(Question question)
    {
        ulong bits = 0;
        for (int i = 0; i < Math.Min(question.Terms.Count, 64); i++)
        {
            bits |= question.Terms[i] is { IsName: true, IsNumber: false, IsCarried: false } ? 1UL << i : 0;
        }

        return bits;
    }

    private static ulong BitsAround(ScoredSentence sentence, TermCoverage coverage) =>
        sentence.Terms
        | (sentence.Index > 0 ? sentence.Passage.Sentences[sentence.Index - 1].Terms : 0)
        | coverage.Of(WordTokenizer.Tokenize(sentence.Passage.Passage.Article.Title));
}
