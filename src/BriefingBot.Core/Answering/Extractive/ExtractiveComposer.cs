using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Drafts an answer from verbatim sentences: the few that answer, most to the point first, sentences that follow each other in the article
/// joined, no fact twice. What was planted in an article for machines is never chosen. Thread-safe.
/// </summary>
public sealed class ExtractiveComposer
{
    /// <summary>When so much of what is asked is words that the coverage never uses in any form, it does not speak of it.</summary>
    private const double MostUnknown = 0.5;

    private readonly EncoderCalibrations _calibrations;
    private readonly SentenceScorer _scorer;
    private readonly SentenceChoice _choice;
    private readonly AnswerabilityJudge _judge;
    private readonly AnsweringOptions _options;
    private readonly double _enoughOpen;

    /// <summary>One by the weights that ship.</summary>
    public ExtractiveComposer(EncoderCalibrations calibrations, IOptions<AnsweringOptions> options)
        : this(calibrations, options.Value, AnswerWeights.Shipped, SignalTrees.Shipped) { }

    /// <summary>One by other weights, for measuring.</summary>
    internal ExtractiveComposer(EncoderCalibrations calibrations, AnsweringOptions options, AnswerWeights weights, SignalTrees trees)
    {
        (_calibrations, _options) = (calibrations, options);
        (_scorer, _choice, _judge) = (new SentenceScorer(weights), new SentenceChoice(weights), new AnswerabilityJudge(weights, trees));
        _enoughOpen = weights["choose.enough-open"];
    }

    /// <summary>Drafts; the draft is empty when <see cref="AnswerabilityJudge"/> finds no answer in what was retrieved.</summary>
    public DraftAnswer Compose(Question question, RetrievedPassages retrieved)
    {
        retrieved = UnplantedSentences.Of(retrieved);
        if (question.IsOverview)
        {
            return new DraftAnswer(ComposerKind.Extractive, Overview(retrieved));
        }

        if (question.Window is not null)
        {
            // Asked for a period, an undated report is used only when no dated one answers.
            RetrievedPassages dated = retrieved with
            {
                Passages = [.. retrieved.Passages.Where(p => p.Passage.Article.Published is not null)],
            };
            if (Select(question, dated) is { Count: > 0 } selected)
            {
                return new DraftAnswer(ComposerKind.Extractive, Arrange(selected));
            }
        }

        return new DraftAnswer(ComposerKind.Extractive, Arrange(Select(question, retrieved)));
    }

    private List<ScoredSentence> Select(Question question, RetrievedPassages retrieved)
    {
        var scored = _scorer.Score(question, retrieved);
        if (question.Kind == AnswerKind.Saying || AnswerKindMatcher.WantsSpelledOut(question))
        {
            // What others say is no answer to what somebody said, nor is any sentence with an acronym what it stands for.
            scored.RemoveAll(sentence => sentence.Features.Kind == 0);
        }

        QuotedWords.Limit(question, scored);
        AgeOfPerson.Limit(question, scored);
        if (scored.Count == 0)
        {
            return [];
        }

        var premise = Premise.PutFirst(question, retrieved.Counts, scored);
        var signals = AnswerabilitySignals.Of(question, retrieved, scored, premise, _calibrations.Current.VouchedSimilarity);
        bool isElse =
            premise == PremiseState.OthersDid || Premise.IsUnsaid(question, retrieved, scored[0]) || CountsOtherThings(question, signals);
        if (isElse || signals.Unknown >= MostUnknown || _judge.Probability(signals) < _options.Confidence)
        {
            return [];
        }

        AskedAct.Limit(question, scored);
        if (scored.Count == 0)
        {
            return [];
        }

        return question.Kind switch
        {
            AnswerKind.Author => AuthorSelection.Select(retrieved, scored),
            AnswerKind.Publication => PublicationSelection.Select(retrieved, scored),
            AnswerKind.Articles => OnePerArticle(scored),
            AnswerKind.Number when Superseded.Order(question, scored) is { Reports: > 1 } ordered => _choice.Choose(
                ordered.Sentences,
                _options.MaxSentences,
                least: 2
            ),
            AnswerKind.Reaction or AnswerKind.Saying or AnswerKind.Statement or AnswerKind.Definition or AnswerKind.Reason =>
                _choice.Choose(scored, _options.MaxSentences, enough: _enoughOpen),
            _ => _choice.Choose(scored, _options.MaxSentences),
        };
    }

    /// <summary>
    /// Of "how many people" there is a number of something, and nowhere near it people, or what befalls them: 45,000 birds are no answer.
    /// </summary>
    private static bool CountsOtherThings(Question question, in AnswerabilitySignals signals) =>
        SlotMatcher.CountsPeople(question) && signals.SlotUnmet >= 1;

    /// <summary>The sentence of each article that says best what happened.</summary>
    private List<DraftSentence> Overview(RetrievedPassages retrieved) =>
        [
            .. retrieved
                .Passages.GroupBy(p => p.Passage.Article.Id)
                .SelectMany(article => LeadSummary.Choose([.. article.Select(p => p.Passage)]).Take(1))
                .Take(_options.MaxSentences)
                .Select(s => new DraftSentence(s.Sentence.Text, [new DraftCitation(s.Passage.Id, s.Sentence.Text)], true)),
        ];

    /// <summary>
    /// For "which reports mention ...": the best sentence of every article that speaks of it as much as the best one does, nearly.
    /// </summary>
    private List<ScoredSentence> OnePerArticle(List<ScoredSentence> scored)
    {
        double floor = scored.Max(s => s.Features.Coverage) * 0.7;
        return
        [
            .. scored
                .Where(s => s.Features.Coverage >= floor && s.Features.Secondary == 0)
                .DistinctBy(s => s.Passage.Passage.Article.Id)
                .Take(Math.Max(_options.MaxSentences, 6)),
        ];
    }

    /// <summary>
    /// Sentences that follow each other in an article make a paragraph; the paragraph with the best sentence comes first.
    /// </summary>
    private static List<DraftSentence> Arrange(List<ScoredSentence> selected)
    {
        Dictionary<ScoredSentence, int> places = selected
            .Select((sentence, i) => (sentence, i))
            .ToDictionary(pair => pair.sentence, pair => pair.i);
        List<List<ScoredSentence>> paragraphs = [];
        foreach (
            var sentence in selected.OrderBy(s => s.Passage.Passage.Article.Id.Value, StringComparer.Ordinal).ThenBy(s => s.Sentence.Start)
        )
        {
            if (paragraphs.Count > 0 && Follows(paragraphs[^1][^1], sentence))
            {
                paragraphs[^1].Add(sentence);
            }
            else
            {
                paragraphs.Add([sentence]);
            }
        }

        return [.. paragraphs.OrderBy(p => p.Min(s => places[s])).SelectMany(p => p.Select((s, i) => Draft(s, i == 0)))];
    }

    private static bool Follows(ScoredSentence first, ScoredSentence second) =>
        first.Passage.Passage.Article.Id == second.Passage.Passage.Article.Id
        && first.Passage.Passage.Kind == PassageKind.Body
        && second.Passage.Passage.Kind == PassageKind.Body
        && second.Sentence.Start - first.Sentence.End is >= 0 and <= 3;

    private static DraftSentence Draft(ScoredSentence sentence, bool startsParagraph) =>
        new(sentence.Sentence.Text, [new DraftCitation(sentence.Passage.Passage.Id, sentence.Sentence.Text)], startsParagraph);
}
