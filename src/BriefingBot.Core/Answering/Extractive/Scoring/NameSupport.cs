using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// How much the best passages speak of the names and numbers that a sentence adds to the question: what several reports name is more likely
/// what is asked for. Thread-safe once made.
/// </summary>
internal sealed class NameSupport
{
    private const int Looked = 20;

    private readonly HashSet<string> _asked;
    private readonly Dictionary<string, double> _support = new(StringComparer.Ordinal);
    private readonly double _greatest;

    public NameSupport(Question question, IReadOnlyList<RetrievedPassage> passages)
    {
        _asked = [.. WordTokenizer.Tokenize(question.Standalone).Select(token => token.Stem)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int rank = 0;
        foreach (var passage in passages.Take(Looked))
        {
            double weight = 1.0 / (2 + rank++);
            seen.Clear();
            foreach (string name in passage.Sentences.SelectMany(New))
            {
                if (seen.Add(name))
                {
                    _support[name] = _support.GetValueOrDefault(name) + weight;
                }
            }
        }

        _greatest = _support.Count == 0 ? 1 : _support.Values.Max();
    }

    /// <summary>The support of the sentence's best supported new name, 0 to 1; 0 when it adds none.</summary>
    public double Of(PassageSentence sentence) =>
        New(sentence).Select(name => _support.GetValueOrDefault(name)).DefaultIfEmpty(0).Max() / _greatest;

    /// <summary>Words with a capital inside the sentence, and numbers, that are not of the question.</summary>
    private IEnumerable<string> New(PassageSentence sentence)
    {
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            char first = sentence.Text[word.Start];
            if (
                (char.IsAsciiDigit(first) || (char.IsUpper(first) && i > 0 && word.Length > 1))
                && !_asked.Contains(word.Stem)
                && !StopWords.Contains(word.Stem)
            )
            {
                yield return word.Stem;
            }
        }
    }
}
