using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>
/// The patterns of a list in <c>Language/English</c>. <c>{name}</c> in a pattern stands for the items of that name in
/// <c>request-words.txt</c>. What takes a pattern longer than its time is no request. Thread-safe.
/// </summary>
internal sealed partial class RequestPattern(string list)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Shared = new(() =>
        LanguageData
            .Map("request-words")
            .ToDictionary(entry => entry.Key, entry => $"(?:{string.Join('|', entry.Value)})", StringComparer.Ordinal)
    );

    /// <summary>
    /// The engine that never goes back takes a second and more to be made of all of them, at the first question of a process.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    private readonly Lazy<Regex[]> _patterns = new(() =>
        [
            .. LanguageData
                .Lines(list)
                .Select(line => new Regex(
                    Name().Replace(line, name => Shared.Value[name.Groups[1].Value]),
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    Limit
                )),
        ]
    );

    /// <summary>The parts of a text by the first pattern that fits, else null.</summary>
    /// <param name="text">The words of a request.</param>
    /// <param name="carried">What "it" and "them" mean, or null.</param>
    public RequestWords? Match(string text, string? carried) =>
        _patterns.Value.Select(pattern => Fit(pattern, text)).FirstOrDefault(match => match is not null) is { } fitting
            ? new RequestWords(fitting, carried)
            : null;

    private static Match? Fit(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Name();
}
