using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Chat.Retention;

/// <summary>A person on a platform, as administrators write them: <c>slack:U0123</c>, <c>discord:80351110224678912</c>.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="User">The person's id there, which no other person of the platform has.</param>
public readonly record struct PersonId(string Platform, string User)
{
    private const int Longest = 100;

    /// <summary>Reads it. The id may stand as a mention, <c>slack:&lt;@U0123&gt;</c>; the platform is known in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PersonId person)
    {
        person = default;
        string trimmed = text?.Trim() ?? "";
        int colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || trimmed.Length > Longest)
        {
            return false;
        }

        string user = OfMention(trimmed[(colon + 1)..]);
        if (user.Length == 0 || !user.All(char.IsAsciiLetterOrDigit) || !trimmed[..colon].All(char.IsAsciiLetter))
        {
            return false;
        }

        person = new PersonId(trimmed[..colon].ToLowerInvariant(), user);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Platform}:{User}";

    /// <summary><c>&lt;@U1&gt;</c>, <c>&lt;@U1|name&gt;</c> and Discord's <c>&lt;@!1&gt;</c> are the id between their marks.</summary>
    private static string OfMention(string text) =>
        text.StartsWith("<@", StringComparison.Ordinal) && text.EndsWith('>') ? text[2..^1].TrimStart('!').Split('|')[0] : text;
}
