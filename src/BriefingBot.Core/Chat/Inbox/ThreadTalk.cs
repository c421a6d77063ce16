using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// Tells questions from talk where nobody mentioned the bot. People thank, agree and think aloud in a thread; a bot that answers all of it
/// is switched off, so what does not look like a question stays unanswered. A mention always asks.
/// </summary>
public static class ThreadTalk
{
    private static readonly FrozenSet<string> Openings = LanguageData.Set("thread-talk/openings");

    private static readonly FrozenSet<string> Asking = LanguageData.Set("thread-talk/asking");

    /// <summary>It has a question mark, or begins with a word that asks.</summary>
    public static bool IsQuestion(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal) || text.Contains('\uFF1F', StringComparison.Ordinal))
        {
            return true;
        }

        string? first = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Trim(',', '.', ':', ';', '!', '"', '\'', '(', ')').Replace('\u2019', '\''))
            .FirstOrDefault(static word => !Openings.Contains(word));
        return first is not null && Asking.Contains(first);
    }
}
