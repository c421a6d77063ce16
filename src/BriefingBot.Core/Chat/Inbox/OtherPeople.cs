using System.Text.RegularExpressions;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// Takes out of a message who is spoken to or told of it: whom a platform's mention names is no part of what is asked. The adapter writes
/// <see cref="Mark"/> for every mention, also of the bot. Stateless.
/// </summary>
public static partial class OtherPeople
{
    /// <summary>Stands for a mention; a letter of nobody's.</summary>
    public const char Mark = '\uE0F1';

    /// <summary>The message without mentions, without the "cc" before them and the "and" between them.</summary>
    public static string Drop(string text) =>
        text.Contains(Mark, StringComparison.Ordinal) ? Mentions().Replace(text, " ").Trim(' ', ',', ':') : text;

    [GeneratedRegex(
        "(?:[(\\[]?\\b(?:cc|fyi|c/c)\\b[:,]?\\s*)?\uE0F1(?:(?:\\s*(?:,|&|\\band\\b|\\bor\\b))?\\s*\uE0F1)*[)\\]]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Mentions();
}
