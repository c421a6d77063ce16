using System.Runtime.CompilerServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions.Sources;

/// <summary>
/// The outlets and authors of a coverage by what they are called: in any case, with or without "the", outlets in all spellings that are
/// known. Immutable.
/// </summary>
internal sealed class SourceNames
{
    // Goes with the credits: a store gives the same ones while its coverage does not change.
    private static readonly ConditionalWeakTable<CoverageCredits, SourceNames> Known = [];

    private readonly Dictionary<string, CoverageSource> _sources = new(StringComparer.Ordinal);

    private SourceNames(CoverageCredits credits)
    {
        foreach (var outlet in credits.Outlets.GroupBy(name => KeyOf(OutletNames.Known.Canonical(name)), StringComparer.Ordinal))
        {
            Add(outlet.Key, new CoverageSource(OutletNames.Known.Canonical(outlet.First()), false, [.. outlet]));
        }

        foreach (var author in credits.Bylines.SelectMany(PeopleOf).GroupBy(person => KeyOf(person.Name), StringComparer.Ordinal))
        {
            // One word is also a name of others.
            if (author.Key.Contains(' ', StringComparison.Ordinal))
            {
                Add(author.Key, new CoverageSource(author.First().Name, true, [.. author.Select(person => person.Byline).Distinct()]));
            }
        }
    }

    /// <summary>The names of the credits; prepared once for each instance of them.</summary>
    public static SourceNames Of(CoverageCredits credits) => Known.GetValue(credits, static credits => new SourceNames(credits));

    /// <summary>
    /// Who is called so; null when nobody is. An outlet that is known everywhere and not in the coverage is given without credits.
    /// </summary>
    public CoverageSource? Find(string name)
    {
        string canonical = OutletNames.Known.Canonical(WithoutArticle(name));
        return _sources.TryGetValue(KeyOf(canonical), out var source) ? source
            : OutletNames.Known.Contains(WithoutArticle(name)) ? new CoverageSource(canonical, false, [])
            : null;
    }

    private static IEnumerable<(string Name, string Byline)> PeopleOf(string byline) =>
        byline
            .Split([",", ";", "&", "/", "|", " and ", " with "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? name[3..] : name, byline));

    private static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string KeyOf(string name)
    {
        string text = WithoutArticle(name).ToLowerInvariant();
        return string.Join(' ', WordTokenizer.Tokenize(text).Select(token => text.Substring(token.Start, token.Length)));
    }

    private void Add(string key, CoverageSource source)
    {
        if (key.Length > 0)
        {
            _sources.TryAdd(key, source);
        }
    }
}
