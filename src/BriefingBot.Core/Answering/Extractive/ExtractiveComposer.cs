using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Text;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Drafts an answer from verbatim sentences: the few that answer, most to the point first, sentences that follow each other in the article joined, no fact
/// twice. What was planted in an article for machines is never chosen. Thread-safe.
/// </summary>
public sealed class ExtractiveComposer(EncoderCalibrations calibrations, IOptions<AnsweringOptions> options)
{
    /// <summary>A sentence that holds this much of the question and the kind of thing asked for answers it; only its equals are added.</summary>
    private const double SettlingCoverage = 0.75;
    private const double SettledRatio = 0.8;
    private const int NumberSentences = 8;

    private readonly AnsweringOptions _options = options.Value;

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
            RetrievedPassages dated = retrieved with { Passages = [.. retrieved.Passages.Where(p => p.Passage.Article.Published is not null)] };
            if (Select(question, dated) is { Count: > 0 } selected)
            {
                return new DraftAnswer(ComposerKind.Extractive, Arrange(selected));
            }
        }

        return new DraftAnswer(ComposerKind.Extractive, Arrange(Select(question, retrieved)));
    }

    private List<ScoredSentence> Select(Question question, RetrievedPassages retrieved)
    {
        var scored = SentenceScorer.Score(question, retrieved);
        if (scored.Count == 0 || AnswerabilityJudge.Probability(question, retrieved, scored, calibrations.Current) < Required(question, scored))
        {
            return [];
        }

        return question.Kind switch
        {
            AnswerKind.Author when AuthorSelection.Select(retrieved, scored) is { Count: > 0 } byline => byline,
            AnswerKind.Publication => PublicationSelection.Select(retrieved, scored),
            AnswerKind.Articles => OnePerArticle(scored),
            _ => Select(scored),
        };
    }

    /// <summary>A number asked for and no number found, or a yes-or-no question: what is only near the matter would mislead.</summary>
    private double Required(Question question, List<ScoredSentence> scored) => question.Kind switch
    {
        AnswerKind.YesNo => _options.CloseConfidence,
        AnswerKind.Number when !scored.Take(NumberSentences).Any(s => s.Features.Kind > 0) => _options.CloseConfidence,
        _ => _options.Confidence,
    };

    /// <summary>The sentence of each article that says best what happened.</summary>
    private List<DraftSentence> Overview(RetrievedPassages retrieved) =>
        [.. retrieved.Passages.GroupBy(p => p.Passage.Article.Id)
            .SelectMany(article => LeadSummary.Choose([.. article.Select(p => p.Passage)]).Take(1))
            .Take(_options.MaxSentences)
            .Select(s => new DraftSentence(s.Sentence.Text, [new DraftCitation(s.Passage.Id, s.Sentence.Text)], true))];

    private List<ScoredSentence> Select(List<ScoredSentence> scored)
    {
        List<ScoredSentence> selected = [];
        HashSet<string> said = new(StringComparer.Ordinal);
        bool settled = scored[0].Features is { Coverage: >= SettlingCoverage, Kind: > 0 };
        double floor = scored[0].Score * (settled ? Math.Max(_options.SentenceRatio, SettledRatio) : _options.SentenceRatio);
        foreach (var candidate in scored.TakeWhile(s => s.Score >= floor))
        {
            if (selected.Count >= _options.MaxSentences)
            {
                break;
            }

            if (selected.Count > 0 && (candidate.Features.Secondary > 0 || (candidate.Features.Kind == 0 && selected.Any(s => s.Features.Kind > 0))))
            {
                continue;
            }

            string[] content = [.. candidate.Sentence.Words.Select(w => w.Stem).Where(stem => !StopWords.Contains(stem)).Distinct()];
            if (selected.Count > 0 && content.Count(stem => !said.Contains(stem)) < Math.Max(2, content.Length * 0.4))
            {
                continue;
            }

            selected.Add(candidate);
            said.UnionWith(content);
        }

        return selected;
    }

    /// <summary>For "which reports mention ...": the best sentence of every article that speaks of it as much as the best one does, nearly.</summary>
    private List<ScoredSentence> OnePerArticle(List<ScoredSentence> scored)
    {
        double floor = scored.Max(s => s.Features.Coverage) * 0.7;
        return [.. scored.Where(s => s.Features.Coverage >= floor && s.Features.Secondary == 0)
            .DistinctBy(s => s.Passage.Passage.Article.Id)
            .Take(Math.Max(_options.MaxSentences, 6))];
    }

    /// <summary>Sentences that follow each other in an article make a paragraph; the paragraph with the best sentence comes first.</summary>
    private static List<DraftSentence> Arrange(List<ScoredSentence> selected)
    {
        List<List<ScoredSentence>> paragraphs = [];
        foreach (var sentence in selected.OrderBy(s => s.Passage.Passage.Article.Id.Value, StringComparer.Ordinal).ThenBy(s => s.Sentence.Start))
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

        return [.. paragraphs.OrderByDescending(p => p.Max(s => s.Score)).SelectMany(p => p.Select((s, i) => Draft(s, i == 0)))];
    }

    private static bool Follows(ScoredSentence first, ScoredSentence second) =>
        first.Passage.Passage.Article.Id == second.Passage.Passage.Article.Id
        && first.Passage.Passage.Kind == PassageKind.Body && second.Passage.Passage.Kind == PassageKind.Body
        && second.Sentence.Start - first.Sentence.End is >= 0 and <= 3;

    private static DraftSentence Draft(ScoredSentence sentence, bool startsParagraph) =>
        new(sentence.Sentence.Text, [new DraftCitation(sentence.Passage.Passage.Id, sentence.Sentence.Text)], startsParagraph);
}
