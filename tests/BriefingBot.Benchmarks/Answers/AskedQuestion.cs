using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks.Answers;

/// <summary>A question of a set with what the index had for it.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Entry">The question and what is right.</param>
/// <param name="Question">The question as read.</param>
/// <param name="Retrieved">What was found; for a made near miss, without the articles that answer.</param>
/// <param name="Answerable">Whether the coverage answers.</param>
internal sealed record AskedQuestion(string Set, QuestionSetEntry Entry, Question Question, RetrievedPassages Retrieved, bool Answerable)
{
    private readonly string[] _folded = [.. (Entry.ContainsAny ?? []).Select(FoldedText.Of)];
    private readonly string[] _evidence = [.. (Entry.Evidence ?? []).Select(FoldedText.Of)];

    private readonly Lazy<List<ScoredSentence>> _scored = new(() => new SentenceScorer(AnswerWeights.Shipped).Score(Question, Retrieved));

    /// <summary>Its sentences by given weights, best first; the signals are read once.</summary>
    public List<ScoredSentence> ScoreBy(AnswerWeights weights)
    {
        SentenceWeighing model = new(weights);
        return
        [
            .. _scored
                .Value.Select(s => s with { Score = model.Score(Question.Kind, s.Features) })
                .OrderByDescending(s => s.Score)
                .ThenBy(s => s.Sentence.Start),
        ];
    }

    /// <summary>Does the text hold what is right?</summary>
    public bool IsGold(string text)
    {
        string folded = FoldedText.Of(text);
        return _folded.Any(gold => folded.Contains(gold, StringComparison.Ordinal))
            || _evidence.Any(gold => folded.Contains(gold, StringComparison.Ordinal));
    }
}
