using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Chat.Inbox;

/// <summary>Tells talk from questions: whole messages of a list, nothing that could ask of the coverage. Stateless.</summary>
public static class SmallTalk
{
    private const int Longest = 60;

    /// <summary>Said to the bot at an end of a message, and meaning nothing.</summary>
    private static readonly FrozenSet<string> Vocatives = new[]
    {
        "bot",
        "briefingbot",
        "there",
        "everyone",
        "all",
        "again",
        "please",
        "friend",
        "buddy",
        "then",
        "now",
        "oh",
        "ah",
        "ok",
        "okay",
        "so",
        "and",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SmallTalkKind> Messages = LanguageData
        .Map("small-talk")
        .SelectMany(static kind =>
            kind.Value.Select(message => KeyValuePair.Create(message, Enum.Parse<SmallTalkKind>(kind.Key, ignoreCase: true)))
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What it is; null for everything that may be a question.</summary>
    public static SmallTalkKind? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        string[] words = SpokenWords.Of(text);
        for (int start = 0; start < words.Length; start++)
        {
            for (int end = words.Length; end > start; end--)
            {
                if (Messages.TryGetValue(string.Join(' ', words[start..end]), out var kind))
                {
                    return kind;
                }

                if (!Vocatives.Contains(words[end - 1]))
                {
                    break;
                }
            }

            if (!Vocatives.Contains(words[start]))
            {
                break;
            }
        }

        return null;
    }
}
