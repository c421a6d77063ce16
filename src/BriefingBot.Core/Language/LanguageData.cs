using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Language;

/// <summary>
/// The word lists and patterns of English, kept as text files in <c>Language/English</c>: one item a line, <c>#</c> opens a comment that
/// says why, empty lines count for nothing. Readers keep what they make of a list; each call reads anew. Thread-safe.
/// </summary>
public static class LanguageData
{
    private const string Prefix = "Language/English/";

    /// <summary>The names of all lists, without folder and ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(LanguageData)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".txt".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The items of a list in the order of the file, trimmed.</summary>
    /// <exception cref="ArgumentException">There is no list of that name.</exception>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream =
            typeof(LanguageData).Assembly.GetManifestResourceStream($"{Prefix}{name}.txt")
            ?? throw new ArgumentException($"There is no list '{name}' in Language/English.", nameof(name));
        using StreamReader reader = new(stream);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            string item = WithoutComment(line).Trim();
            if (item.Length > 0)
            {
                lines.Add(item);
            }
        }

        return lines;
    }

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

    /// <summary>Each line as the words of one group, parted by commas: spellings, synonyms, forms of one word.</summary>
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
}
