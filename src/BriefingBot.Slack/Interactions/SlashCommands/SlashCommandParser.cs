using System.Globalization;
using System.Net;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Slack.Messages;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>
/// Reads what stands behind <c>/briefing</c>. Several words that begin with no command are a question, and so is whatever ends in a
/// question mark and is no command after all.
/// </summary>
internal static class SlashCommandParser
{
    private const int MostCounted = 99;
    private const int LongestFilter = 2;
    private static readonly string[] Verbs =
    [
        "ask",
        "latest",
        "timeline",
        "brief",
        "follow",
        "unfollow",
        "following",
        "sources",
        "help",
        "status",
        "reindex",
        "channel",
    ];

    /// <summary>Understands what Slack delivers. The signs of a cron expression look like marks of Slack's; there they are none.</summary>
    public static SlashCommand ParseRaw(string? text)
    {
        var command = Parse(SlackText.Read(text));
        return command.Verb == SlashVerb.Brief && text is not null ? Parse(WebUtility.HtmlDecode(text)) : command;
    }

    /// <summary>Understands it; the text has no marks of Slack's any more.</summary>
    public static SlashCommand Parse(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new SlashCommand(SlashVerb.Help);
        }

        var command = Read(words, text.Trim());
        bool isQuestion = text.TrimEnd().EndsWith('?');
        return command.NotUnderstood is not null && isQuestion ? Ask(text.Trim()) : command;
    }

    private static SlashCommand Read(string[] words, string text)
    {
        string[] rest = words[1..];
        return words[0].ToLowerInvariant() switch
        {
            "ask" => Ask(text[words[0].Length..].Trim()),
            "latest" => Latest(rest),
            "timeline" when rest.Length > 0 => Ask(TimelineQuestion.About(Join(rest)!)),
            "brief" when BriefCommand.Knows(rest) => new SlashCommand(SlashVerb.Brief) { Words = rest },
            "follow" when FollowCommand.Knows(rest) => new SlashCommand(SlashVerb.Follow) { Words = rest },
            "unfollow" => new SlashCommand(SlashVerb.Unfollow) { Text = Join(rest) },
            "following" when rest.Length == 0 => new SlashCommand(SlashVerb.Following),
            "sources" when !text.EndsWith('?') || rest.Length <= LongestFilter => new SlashCommand(SlashVerb.Sources) { Text = Join(rest) },
            "help" => Bare(SlashVerb.Help, words),
            "status" => Bare(SlashVerb.Status, words),
            "reindex" => Reindex(rest),
            "channel" => ChannelArguments.Read(rest),
            "forget" when rest.Length <= 1 => new SlashCommand(SlashVerb.Forget) { Text = Join(rest) },
            _ when words.Length > 1 || !IsMistyped(words[0]) => Ask(text),
            _ => SlashCommand.Unknown($"There is no command '{OneWord(words[0])}'. To ask about it, write: ask {OneWord(words[0])}"),
        };
    }

    /// <summary>One word that is nearly a command is a slip; any other is what somebody wants to know about.</summary>
    private static bool IsMistyped(string word)
    {
        string typed = word.ToLowerInvariant();
        return Verbs.Any(verb =>
            verb != typed
            && Math.Abs(verb.Length - typed.Length) <= 1
            && (verb.Order().SequenceEqual(typed.Order()) || Distance(verb, typed) <= 1)
        );
    }

    /// <summary>
    /// How many letters at the ends do not agree when as many as possible do: 1 for one letter too many, too few or wrong.
    /// </summary>
    private static int Distance(string one, string other)
    {
        int shorter = Math.Min(one.Length, other.Length);
        int start = 0;
        while (start < shorter && one[start] == other[start])
        {
            start++;
        }

        int end = 0;
        while (end < shorter - start && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return Math.Max(one.Length, other.Length) - start - end;
    }

    private static SlashCommand Ask(string question) => new(SlashVerb.Ask) { Text = question };

    /// <summary>A number at the end says how many, unless it is too great for that, such as a year.</summary>
    private static SlashCommand Latest(string[] words) =>
        words.Length > 0 && int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= MostCounted
            ? new SlashCommand(SlashVerb.Latest) { Text = Join(words[..^1]), Count = count }
            : new SlashCommand(SlashVerb.Latest) { Text = Join(words) };

    /// <summary>
    /// In any order: the word "rebuild", and a source as <c>source:NAME</c> or <c>source NAME</c>; or alone what a run that is going on
    /// shall do.
    /// </summary>
    private static SlashCommand Reindex(string[] words)
    {
        const string Source = "source";
        SlashCommand command = new(SlashVerb.Reindex);
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (word.Equals("rebuild", StringComparison.OrdinalIgnoreCase))
            {
                command = command with { IsRebuild = true };
            }
            else if (word.StartsWith(Source + ":", StringComparison.OrdinalIgnoreCase) && word.Length > Source.Length + 1)
            {
                command = command with { Source = word[(Source.Length + 1)..] };
            }
            else if (word.TrimEnd(':').Equals(Source, StringComparison.OrdinalIgnoreCase) && i + 1 < words.Length)
            {
                command = command with { Source = words[++i] };
            }
            else if (words.Length == 1 && WishOf(word) is { } wish)
            {
                command = command with { Wish = wish };
            }
            else
            {
                return SlashCommand.Unknown(
                    $"'reindex' takes nothing after it, 'rebuild', 'source:NAME', or 'pause', 'resume' or 'cancel' "
                        + $"alone, not '{OneWord(word)}'."
                );
            }
        }

        return command;
    }

    private static LeaseWish? WishOf(string word) =>
        word.ToLowerInvariant() switch
        {
            "pause" => LeaseWish.Pause,
            "resume" => LeaseWish.GoOn,
            "cancel" => LeaseWish.End,
            _ => null,
        };

    private static SlashCommand Bare(SlashVerb verb, string[] words) =>
        words.Length == 1 ? new SlashCommand(verb) : SlashCommand.Unknown($"'{words[0].ToLowerInvariant()}' takes nothing after it.");

    private static string? Join(string[] words) => words.Length == 0 ? null : string.Join(' ', words);

    private static string OneWord(string word) => word.Length <= 40 ? word : $"{word[..(char.IsLowSurrogate(word[40]) ? 39 : 40)]}…";
}
