using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// Names one question, or one use of a command, of one platform, so that it is answered once however often it arrives. Written
/// <c>discord:1234</c>.
/// </summary>
public readonly record struct ChatQuestionId
{
    /// <summary>The longest id, in UTF-16 units.</summary>
    public const int MaxLength = 300;

    private static readonly SearchValues<char> PlatformLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly string? _platform;
    private readonly string? _key;

    /// <param name="platform">The name of the <see cref="IChatPlatform"/>: lower-case letters, digits and hyphens.</param>
    /// <param name="key">Unique on the whole platform and the same at every delivery: Discord's message or interaction id; Slack's team,
    /// channel and ts.</param>
    /// <exception cref="FormatException">One of them is empty, too long or holds characters that do not belong there.</exception>
    public ChatQuestionId(string platform, string key)
    {
        if (!TryParse($"{platform}:{key}", out var id) || id._platform != platform)
        {
            throw new FormatException(
                $"'{platform}:{key}' is not the id of a question: a platform in lower case, a colon, and a key without "
                    + $"control characters; at most {MaxLength} characters."
            );
        }

        _platform = platform;
        _key = key;
    }

    private ChatQuestionId(ReadOnlySpan<char> platform, ReadOnlySpan<char> key)
    {
        _platform = platform.ToString();
        _key = key.ToString();
    }

    /// <summary>The platform's name; empty for <c>default</c>.</summary>
    public string Platform => _platform ?? "";

    /// <summary>The platform's own id; empty for <c>default</c>.</summary>
    public string Key => _key ?? "";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static ChatQuestionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not the id of a question such as 'discord:1234'.");

    /// <summary>Reads what <see cref="ToString"/> writes; the first colon separates.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ChatQuestionId id)
    {
        id = default;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (
            colon <= 0
            || colon == text!.Length - 1
            || text.Length > MaxLength
            || text.Any(char.IsControl)
            || text.AsSpan(0, colon).ContainsAnyExcept(PlatformLetters)
        )
        {
            return false;
        }

        id = new ChatQuestionId(text.AsSpan(0, colon), text.AsSpan(colon + 1));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Platform}:{Key}";
}
