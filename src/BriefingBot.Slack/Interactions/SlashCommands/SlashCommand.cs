using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Channel;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>What stands behind <c>/briefing</c>, understood.</summary>
/// <param name="Verb">What to do.</param>
internal sealed record SlashCommand(SlashVerb Verb)
{
    /// <summary>The question, the topic, the part of an outlet's name; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>What stands behind a command that reads its words itself.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How many articles.</summary>
    public int? Count { get; init; }

    /// <summary>Index everything anew.</summary>
    public bool IsRebuild { get; init; }

    /// <summary>The source to read; null when none is named.</summary>
    public string? Source { get; init; }

    /// <summary>What a run that is going on is told; null: a run is started.</summary>
    public LeaseWish? Wish { get; init; }

    /// <summary>What to set in the channel.</summary>
    public ChannelSettingsChange Change { get; init; } = new();

    /// <summary>Of <see cref="SlashVerb.Help"/>: what was not understood, in a line; null when help was asked for.</summary>
    public string? NotUnderstood { get; init; }

    /// <summary>Help with a line of what was not understood.</summary>
    public static SlashCommand Unknown(string what) => new(SlashVerb.Help) { NotUnderstood = what };
}
