using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>
/// The patterns of a list in <c>Language/English</c>, on the engine that never goes back. <c>{name}</c> in a pattern stands for the items of that name in
/// <c>request-words.txt</c>. Thread-safe.
/// </summary>
internal sealed partial class RequestPattern(string list)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Shared = new(() =>
        LanguageData.Map("request-words").ToDictionary(entry => entry.Key, entry => $"(?:{string.Join('|', entry.Value)})", StringComparer.Ordinal));

    /// <summary>One each: together they would be larger than the engine takes.</summary>
    private readonly Lazy<Regex[]> _patterns = new(() => [.. LanguageData.Lines(list).Select(line => new Regex(
        Name().Replace(line, name => Shared.Value[name.Groups[1].Value]),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))]);

    /// <summary>The parts of a text by the first pattern that fits, else null.</summary>
    /// <param name="text">The words of a request.</param>
    /// <param name="carried">What "it" and "them" mean, or null.</param>
    public RequestWords? Match(string text, string? carried) =>
        _patterns.Value.FirstOrDefault(pattern => pattern.IsMatch(text)) is { } fitting ? new RequestWords(fitting.Match(text), carried) : null;

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
