using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>The weights of the sentence scorer; fitted as docs/EVALUATION.md tells.</summary>
internal static class SentenceModel
{
    public static double Score(AnswerKind kind, in SentenceFeatures f)
    {
        double kindWeight = kind switch
        {
            AnswerKind.Place => 0.9,
            AnswerKind.Reaction or AnswerKind.Saying => 1.2,
            AnswerKind.Time => 0.7,
            AnswerKind.Name or AnswerKind.Definition => 0.5,
            AnswerKind.Number => 0.4,
            _ => 0,
        };
        return (2.0 * f.Coverage) + (1.0 * f.Context) + (0.5 * f.Names) + (0.5 * f.Adjacency) + (kindWeight * f.Kind) + (1.5 * f.Passage)
            + (0.6 * f.Article) + (0.5 * f.Similarity) + (0.3 * f.Brevity) + (0.2 * f.Lead) - (1.0 * f.Secondary);
    }
}
