using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Language;

/// <summary>
/// The word lists and patterns of English, kept as text files in <c>Language/English</c>: one item a line, <c>#</c> opens a comment that
/// says why, empty lines count for nothing. A file may hold several lists, each below its <c>[name]</c>; such a list is called
/// <c>file/name</c>. Readers keep what they make of a list. Thread-safe.
/// </summary>
public static partial class LanguageData
{
    private const string Prefix = "Language/English/";

    private static readonly FrozenDictionary<string, string[]> All = typeof(LanguageData)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .SelectMany(Read)
        .GroupBy(item => item.List, item => item.Line, StringComparer.Ordinal)
        .ToFrozenDictionary(list => list.Key, list => list.ToArray(), StringComparer.Ordinal);

    /// <summary>The names of all lists, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The items of a list in the order of the file, trimmed.</summary>
    /// <exception cref="ArgumentException">There is no list of that name.</exception>
    public static IReadOnlyList<string> Lines(string name) =>
        All.TryGetValue(name, out string[]? lines)
            ? lines
            : throw new ArgumentException($"There is no list '{name}' in Language/English.", nameof(name));

    /// <summary>The items of a list as a set; an item may have several words.</summary>
    /// <exception cref="ArgumentException">There is no list of that name.</exception>
    public static FrozenSet<string> Set(string name, StringComparer? comparer = null) =>
        Lines(name).ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase);

    /// <summary>Items of the form <c>key = value, value</c>, by key. A key stands once.</summary>
    /// <exception cref="ArgumentException">There is no list of that name, a key stands twice, or a line has no equals sign.</exception>
    public static FrozenDictionary<string, string[]> Map(string name, StringComparer? comparer = null) =>
        Lines(name)
            .Select(line =>
                line.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var values]
                    ? KeyValuePair.Create(key, values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    : throw new ArgumentException($"'{line}' in {name} has no equals sign.", nameof(name))
            )
            .ToFrozenDictionary(comparer ?? StringComparer.OrdinalIgnoreCase);

    /// <summary>Each line as the words of one group, separated by commas: spellings, synonyms, forms of one word.</summary>
    /// <exception cref="ArgumentException">There is no list of that name.</exception>
    public static IReadOnlyList<string[]> Groups(string name) =>
        [.. Lines(name).Select(line => line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>
    /// One pattern that matches any line of a list of patterns, on the engine that never goes back, so that no text can make it slow: lines
    /// have neither look-arounds nor back-references. Case and culture are ignored unless said.
    /// </summary>
    /// <exception cref="ArgumentException">There is no list of that name, or a line is no such pattern.</exception>
    public static Regex Pattern(string name, RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) =>
        new(string.Join('|', Lines(name).Select(line => $"(?:{line})")), options | RegexOptions.NonBacktracking);

    private static IEnumerable<(string List, string Line)> Read(string resource)
    {
        string file = resource[Prefix.Length..^".txt".Length];
        string list = file;
        using StreamReader reader = new(typeof(LanguageData).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            string item = WithoutComment(line).Trim();
            if (Heading().Match(item) is { Success: true } heading)
            {
                list = $"{file}/{heading.Groups[1].Value}";
            }
            else if (item.Length > 0)
            {
                yield return (list, item);
            }
        }
    }

    /// <summary>
    /// A comment begins with <c>#</c> at the start of a line or behind white space; a pattern writes the sign as <c>\#</c>.
    /// </summary>
    private static string WithoutComment(string line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return line[..i];
            }
        }

        return line;
    }

    // A class of signs in a pattern has something behind it; a heading stands alone.
    [GeneratedRegex(@"^\[([a-z]+(?:-[a-z]+)*)\]$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Heading();
}
