using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>What an article is compared by. Depends on the article alone, so that no order of arrival changes a comparison.</summary>
internal sealed class StoryProfile
{
    private const int LeadPassages = 3;
    private const int BodyPassages = 16;
    private const int CohesionPassages = 12;
    private const int NamedUnits = 4_000;
    private const int ComparedUnits = 20_000;

    /// <summary>Shorter texts are often nothing but furniture, which many pages share.</summary>
    private const int LeastCopiedWords = 60;

    private static readonly Regex RoundUps = LanguageData.Pattern("round-ups");

    private readonly NearCopies? _copy;

    /// <summary>Reads an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="vectors">Of its passages, in their order; empty where there is none.</param>
    public StoryProfile(Article article, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        Day = article.Published?.Day;
        Wire = WireOrigin.Of(article);
        IsRoundUp = RoundUps.IsMatch(article.Title);
        var body = article.Passages.Where(passage => passage.Kind == PassageKind.Body).ToList();
        var headline = article
            .Passages.Where(passage => passage.Kind == PassageKind.Headline)
            .Take(1)
            .Select(VectorOf)
            .Where(HasVector)
            .ToList();
        Body = [.. body.Take(BodyPassages).Select(VectorOf).Where(HasVector)];
        Lead = MeanOf([.. headline, .. Body.Take(LeadPassages)]);
        Whole = MeanOf([.. headline, .. Body.Take(CohesionPassages)]);
        Cohesion =
            Body.Count == 0 || Whole.IsEmpty
                ? 0
                : Body.Take(CohesionPassages).Average(vector => TensorPrimitives.Dot(vector.Span, Whole.Span));
        Names = CountNames(article.Text, body);
        var words = WordTokenizer.Tokenize(article.Text.AsSpan(0, Math.Min(article.Text.Length, ComparedUnits)));
        _copy = words.Count < LeastCopiedWords ? null : NearCopies.Kept(words);

        ReadOnlyMemory<float> VectorOf(Passage passage) => passage.Ordinal < vectors.Count ? vectors[passage.Ordinal] : default;
    }

    /// <summary>The day of publication; null: undated.</summary>
    public DateOnly? Day { get; }

    /// <summary>The agency that the text comes from; null when nothing says so.</summary>
    public string? Wire { get; }

    /// <summary>Does its headline say that it holds several stories?</summary>
    public bool IsRoundUp { get; }

    /// <summary>Where headline and lead lie, of unit length; empty without vectors.</summary>
    public ReadOnlyMemory<float> Lead { get; }

    /// <summary>Where headline and the first dozen passages lie.</summary>
    public ReadOnlyMemory<float> Whole { get; }

    /// <summary>The vectors of the first passages of running text.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Body { get; }

    /// <summary>How near its passages lie to their middle: those of a digest lie far apart.</summary>
    public double Cohesion { get; }

    /// <summary>How often its text names what.</summary>
    public IReadOnlyDictionary<string, int> Names { get; }

    /// <summary>Are the texts near-identical?</summary>
    public bool IsCopyOf(StoryProfile other) => _copy is not null && other._copy is not null && _copy.IsCopyOf(other._copy);

    private static bool HasVector(ReadOnlyMemory<float> vector) => !vector.IsEmpty;

    private static ReadOnlyMemory<float> MeanOf(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        if (vectors.Count == 0)
        {
            return default;
        }

        var mean = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            TensorPrimitives.Add(mean, vector.Span, mean);
        }

        float length = TensorPrimitives.Norm<float>(mean);
        if (length > 0)
        {
            TensorPrimitives.Divide(mean, length, mean);
        }

        return mean;
    }

    /// <summary>Words with a capital inside a sentence.</summary>
    private static Dictionary<string, int> CountNames(string text, IReadOnlyList<Passage> body)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        int left = NamedUnits;
        foreach (var passage in body)
        {
            if (left <= 0)
            {
                break;
            }

            var words = text.AsSpan(passage.Start, Math.Min(left, passage.End - passage.Start));
            left -= words.Length;
            foreach (var word in WordTokenizer.Tokenize(words))
            {
                if (
                    word.Start > 1
                    && word.Length > 1
                    && char.IsUpper(words[word.Start])
                    && words[word.Start - 1] == ' '
                    && (char.IsLetterOrDigit(words[word.Start - 2]) || words[word.Start - 2] is ',' or ';')
                )
                {
                    names[word.Stem] = names.GetValueOrDefault(word.Stem) + 1;
                }
            }
        }

        return names;
    }
}
