using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>The sentence that stands for an article.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Text">Word for word.</param>
internal sealed record StoryQuote(StoredPassage Passage, string Text)
{
    private const double LeadWeight = 0.6;
    private const double PlaceWeight = 0.2;
    private const int FewestWords = 6;
    private const int MostWords = 60;

    /// <summary>The headline, or the lead of an article without one; null for an article without text.</summary>
    public static StoryQuote? OfHeadline(IReadOnlyList<StoredPassage> passages) =>
        passages.FirstOrDefault(passage => passage.Kind == PassageKind.Headline && !passage.Article.TitleDerived) is { } headline
            ? new StoryQuote(headline, headline.Text)
            : OfStory(passages, []);

    /// <summary>
    /// The sentence that says best what happened, with words of the topic in it where there are such; null for an article without running
    /// text.
    /// </summary>
    public static StoryQuote? OfStory(IReadOnlyList<StoredPassage> passages, IReadOnlyList<TopicWord> topic)
    {
        var lead = LeadSummary.Choose(passages).Select(chosen => chosen.Sentence.Start).ToHashSet();
        StoryQuote? best = null;
        double bestScore = double.MinValue;
        int index = 0;
        foreach (var passage in passages.Where(passage => passage.Kind == PassageKind.Body))
        {
            foreach (var sentence in UnplantedSentences.Of(passage, SentenceReader.Read(passage)))
            {
                double score =
                    Share(sentence, topic)
                    + (lead.Contains(sentence.Start) ? LeadWeight : 0)
                    + (PlaceWeight / (1 + index++))
                    - Faults(sentence);
                if (score > bestScore)
                {
                    (best, bestScore) = (new StoryQuote(passage, sentence.Text), score);
                }
            }
        }

        return best;
    }

    private static double Share(PassageSentence sentence, IReadOnlyList<TopicWord> topic) =>
        topic.Count == 0 ? 0 : (double)topic.Count(word => word.Count(sentence.Text, sentence.Words).All > 0) / topic.Count;

    private static readonly Regex NoNews = LanguageData.Pattern("story-quotes/no-news");

    /// <summary>What opens with a pronoun, asks, is a scrap or addresses the reader does not stand for a story.</summary>
    private static double Faults(PassageSentence sentence) =>
        (Anaphora.Opens(sentence.Text) ? 1 : 0)
        + (NoNews.IsMatch(sentence.Text) ? 2 : 0)
        + (sentence.Words.Count < FewestWords || char.IsLower(sentence.Text[0]) || sentence.Text[^1] == '?' ? 1 : 0)
        + (sentence.Words.Count > MostWords ? 0.3 : 0);
}
