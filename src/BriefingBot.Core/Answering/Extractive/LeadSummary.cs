using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Chooses the two sentences of an article that say what happened: near the article's centre of words (headline words count double), near
/// its top, and not saying the same twice. Stateless.
/// </summary>
public static class LeadSummary
{
    private const int MaxSentences = 2;

    // What happened stands at the top.
    private const int MostPassages = 40;

    /// <summary>
    /// One or two sentences of the running text in reading order, with the passage each stands in; empty when there is no running text.
    /// </summary>
    public static IReadOnlyList<(StoredPassage Passage, PassageSentence Sentence)> Choose(IReadOnlyList<StoredPassage> passages)
    {
        List<(StoredPassage Passage, PassageSentence Sentence, HashSet<string> Content)> sentences = [];
        foreach (var passage in passages.Where(p => p.Kind == PassageKind.Body).Take(MostPassages))
        {
            foreach (var sentence in UnplantedSentences.Of(passage, SentenceReader.Read(passage)))
            {
                sentences.Add((passage, sentence, Content(sentence.Words)));
            }
        }

        if (sentences.Count == 0)
        {
            return [];
        }

        var centre = Centre(sentences.Select(s => s.Content), passages[0].Article);
        double[] scores = [.. sentences.Select((s, i) => Score(s.Sentence, s.Content, centre, i))];
        int first = Best(scores);
        List<int> chosen = [first];
        for (int i = 0; i < scores.Length; i++)
        {
            // What the first sentence said already counts no more.
            double fresh =
                sentences[i].Content.Count == 0
                    ? 0
                    : 1 - ((double)sentences[i].Content.Count(sentences[first].Content.Contains) / sentences[i].Content.Count);
            scores[i] = i == first || fresh < 0.3 ? double.MinValue : scores[i] * fresh;
        }

        if (chosen.Count < MaxSentences && scores[Best(scores)] > 0)
        {
            chosen.Add(Best(scores));
        }

        return [.. chosen.Order().Select(i => (sentences[i].Passage, sentences[i].Sentence))];
    }

    private static HashSet<string> Content(IReadOnlyList<WordToken> words) =>
        [.. words.Select(word => word.Stem).Where(stem => stem.Length > 1 && !StopWords.Contains(stem))];

    /// <summary>How many sentences hold each word; words of a real headline count for two more.</summary>
    private static Dictionary<string, double> Centre(IEnumerable<HashSet<string>> sentences, ArticleHeader article)
    {
        Dictionary<string, double> centre = new(StringComparer.Ordinal);
        foreach (string stem in sentences.SelectMany(content => content))
        {
            centre[stem] = centre.GetValueOrDefault(stem) + 1;
        }

        foreach (string stem in article.TitleDerived ? [] : Content(WordTokenizer.Tokenize(article.Title)))
        {
            centre[stem] = centre.GetValueOrDefault(stem) + 2;
        }

        return centre;
    }

    private static double Score(PassageSentence sentence, HashSet<string> content, Dictionary<string, double> centre, int index)
    {
        if (content.Count < 4 || sentence.Text[^1] == '?' || char.IsLower(sentence.Text[0]))
        {
            return 0;
        }

        double centrality = content.Sum(stem => Math.Log(1 + centre[stem])) / Math.Sqrt(content.Count);
        double position = 0.5 + (1.0 / (1 + (index * 0.35)));
        double length = Math.Clamp((75 - sentence.Words.Count) / 40.0, 0.2, 1);
        double voice =
            sentence.Text[0] is '"' or '“'
            || sentence.Text.Contains('”', StringComparison.Ordinal) && !sentence.Text.Contains('“', StringComparison.Ordinal)
                ? 0.6
            : LeansOnContext(sentence) ? 0.75
            : 1;
        return centrality * position * length * voice;
    }

    private static bool LeansOnContext(PassageSentence sentence) =>
        sentence.Words is [var first, ..]
        && first.Stem is "he" or "she" or "it" or "thei" or "they" or "thi" or "these" or "those" or "but" or "and" or "that";

    private static int Best(double[] scores) => Array.IndexOf(scores, scores.Max());
}
