using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>Tells a message that asks about the post it replies to, and has no question of its own. Stateless.</summary>
public static class PointingQuestion
{
    private const int Longest = 60;
    private static readonly FrozenSet<string> Messages = LanguageData.Set("pointing-questions", StringComparer.Ordinal);

    /// <summary>It says nothing but "this": what is asked about is the post.</summary>
    public static bool Is(string text) =>
        string.IsNullOrWhiteSpace(text) || (text.Length <= Longest && Messages.Contains(string.Join(' ', SpokenWords.Of(text))));
}
