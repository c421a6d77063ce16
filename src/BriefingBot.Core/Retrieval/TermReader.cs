using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Reads the terms of a question against the coverage: how common each is, in which form it stands there, and which name a misspelled one
/// is meant to be. Thread-safe.
/// </summary>
public sealed class TermReader(ICoverageStore store)
{
    /// <summary>So many unknown words are looked up as misspelled names; more are no typing errors.</summary>
    private const int MostMisspelled = 4;

    /// <summary>The terms as the coverage has them.</summary>
    public async Task<ReadTerms> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        string[] stems = [.. question.Terms.SelectMany(StemsOf).Distinct(StringComparer.Ordinal)];
        var frequencies = await store.GetPassageFrequenciesAsync(stems, cancellationToken);
        Dictionary<string, int> counts = new(stems.Length, StringComparer.Ordinal);
        for (int i = 0; i < stems.Length; i++)
        {
            counts[stems[i]] = frequencies.Counts[i];
        }

        QuestionTerm[] terms = [.. question.Terms];
        int misspelled = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            if (
                CountOf(terms[i], counts) == 0
                && !terms[i].IsNumber
                && CountryNames.GroupOf(terms[i].Stem) < 0
                && misspelled++ < MostMisspelled
                && await FindNameAsync(terms[i].Surface, cancellationToken) is { } meant
            )
            {
                terms[i] = terms[i] with { ReadAs = meant.Name, Forms = [.. terms[i].Forms, [meant.Stem]], IsName = true };
                counts[meant.Stem] = meant.Count;
            }
        }

        return new ReadTerms(terms, [.. terms.Select(term => CountOf(term, counts))], SearchStems(terms, counts), frequencies.Passages);
    }

    private static IEnumerable<string> StemsOf(QuestionTerm term) => term.Forms.SelectMany(form => form).Prepend(term.Stem);

    /// <summary>Where any form is as common as its rarest word, the term is as common as its commonest form.</summary>
    private static int CountOf(QuestionTerm term, Dictionary<string, int> counts) =>
        term.Forms.Select(form => form.Min(stem => counts.GetValueOrDefault(stem))).Append(counts.GetValueOrDefault(term.Stem)).Max();

    /// <summary>
    /// What stands in the coverage as it was asked is searched for so; other forms take the place of what does not, and all forms of a
    /// number are searched for.
    /// </summary>
    private static string[] SearchStems(QuestionTerm[] terms, Dictionary<string, int> counts) =>
        [
            .. terms
                .SelectMany(term =>
                    counts.GetValueOrDefault(term.Stem) > 0 && !term.IsNumber
                        ? [term.Stem]
                        : term.Forms.SelectMany(form => form).Where(stem => !StopWords.Contains(stem)).Append(term.Stem)
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The name of the coverage that differs from the word by one letter; the commonest when there are several.</summary>
    private async Task<(string Name, string Stem, int Count)?> FindNameAsync(string word, CancellationToken cancellationToken)
    {
        string[] spellings = [.. NearSpellings.Of(word)];
        if (spellings.Length == 0)
        {
            return null;
        }

        string[] stems = [.. spellings.Select(WordTokenizer.Stem).Distinct(StringComparer.Ordinal)];
        var found = await store.GetPassageFrequenciesAsync(stems, cancellationToken);
        foreach (var (stem, count) in stems.Zip(found.Counts).Where(pair => pair.Second > 0).OrderByDescending(pair => pair.Second).Take(3))
        {
            var hits = await store.SearchWordsAsync([stem], CoverageFilter.None, 3, cancellationToken);
            var passages = await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], cancellationToken);
            if (
                passages.Select(passage => NameIn(passage.Text, stem)).FirstOrDefault(name => name is not null) is { } name
                && (IsTransposed(word, name) || passages.All(passage => !HasInSmallLetters(passage.Text, stem)))
            )
            {
                return (name, stem, count);
            }

            if (
                passages
                    .SelectMany(passage =>
                        WordTokenizer
                            .Tokenize(passage.Text)
                            .Where(token => token.Stem == stem)
                            .Select(token => passage.Text.Substring(token.Start, token.Length))
                    )
                    .FirstOrDefault(written => IsTransposed(word, written)) is
                { } common
            )
            {
                return (common, stem, count);
            }
        }

        return null;
    }

    /// <summary>Two neighbouring letters changed places: a slip of the fingers whatever the word is.</summary>
    private static bool IsTransposed(string word, string other) =>
        word.Length == other.Length && word.Length > 4 && word.ToUpperInvariant().Order().SequenceEqual(other.ToUpperInvariant().Order());

    private static string? NameIn(string text, string stem) =>
        WordTokenizer
            .Tokenize(text)
            .Where(token => token.Stem == stem && char.IsUpper(text[token.Start]))
            .Select(token => text.Substring(token.Start, token.Length))
            .FirstOrDefault();

    private static bool HasInSmallLetters(string text, string stem) =>
        WordTokenizer.Tokenize(text).Any(token => token.Stem == stem && char.IsLower(text[token.Start]));
}
