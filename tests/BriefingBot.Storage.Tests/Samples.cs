using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Storage.Tests;

/// <summary>Articles made for tests: the title line, then a body passage a paragraph.</summary>
public static class Samples
{
    public static EncoderIdentity Encoder { get; } = new("test-encoder/1", 64);

    public static EncoderIdentity OtherEncoder { get; } = new("test-encoder/2", 128);

    public static Article Article(string id, string title, params string[] paragraphs)
    {
        List<Passage> passages = [new Passage(0, PassageKind.Headline, 0, title.Length)];
        string text = title;
        foreach (string paragraph in paragraphs)
        {
            passages.Add(new Passage(passages.Count, PassageKind.Body, text.Length + 2, text.Length + 2 + paragraph.Length));
            text += "\n\n" + paragraph;
        }

        return new Article
        {
            Id = ArticleId.Parse(id),
            Title = title,
            Text = text,
            Passages = passages,
        };
    }

    public static IndexedArticle Indexed(
        Article article,
        EncoderIdentity? encoder = null,
        Func<Passage, float[]>? vector = null,
        Func<Passage, TimeWindow[]>? periods = null,
        string fingerprint = "f1"
    ) =>
        new(
            article,
            fingerprint,
            [
                .. article.Passages.Select(p => new IndexedPassage(
                    p,
                    vector is null ? Vector(article.Text[p.Start..p.End], encoder ?? Encoder) : vector(p),
                    periods?.Invoke(p) ?? []
                )),
            ]
        );

    /// <summary>A unit vector that depends on the text alone.</summary>
    public static float[] Vector(string text, EncoderIdentity? encoder = null)
    {
        int seed = 17;
        foreach (char c in text)
        {
            seed = unchecked((seed * 31) + c);
        }

        return RandomVector(new Random(seed), (encoder ?? Encoder).Dimensions);
    }

    public static float[] RandomVector(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < dimensions; i++)
        {
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            squares += vector[i] * vector[i];
        }

        return [.. vector.Select(x => (float)(x / Math.Sqrt(squares)))];
    }

    public static string[] Stems(string text) => [.. WordTokenizer.Tokenize(text).Select(t => t.Stem)];

    public static DateOnly Day(string day) => DateOnly.Parse(day);

    public static TimeWindow Window(string from, string to) => new(Day(from), Day(to));
}
