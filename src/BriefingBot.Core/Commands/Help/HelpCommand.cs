namespace BriefingBot.Core.Commands.Help;

/// <summary><c>help</c>: how to use the bot.</summary>
public static class HelpCommand
{
    private static readonly string[] Introduction =
    [
        "Ask me about the coverage: mention me, write to me directly, or use the ask command. I answer from the "
            + "articles alone, and every sentence names its source.",
        "When the coverage does not say, I tell you so. Follow-ups in the same thread keep the conversation.",
    ];

    private static readonly HelpEntry[] Entries =
    [
        new("ask <question>", "Answers from the coverage; privately if you wish, to share later.", false),
        new("latest [topic] [count]", "Summarizes the newest coverage.", false),
        new("timeline <topic>", "Lists what was reported when.", false),
        new("brief now|schedule|off", "Shows what is new, or schedules it, as in: brief schedule weekdays 8:30 Europe/Berlin.", false),
        new(
            "follow topic|outlet|author|story <words>",
            "Tells you about new articles at once; in a channel, administrators set up this and briefings.",
            false
        ),
        new("unfollow <words>", "Ends that.", false),
        new("following", "Shows what is followed here.", false),
        new("sources [filter]", "Lists the outlets, their articles and dates.", false),
        new("help", "Shows this.", false),
        new("status", "Shows the state of the index.", true),
        new(
            "reindex [rebuild]",
            "Updates the index from the sources; rebuild reads everything again. A run can be paused, resumed and cancelled.",
            true
        ),
        new("forget <member>", "Removes everything that I keep about a person, named by their member ID.", true),
        new("channel", "Shows or changes how I behave in this channel.", true),
    ];

    /// <summary>What the caller may use.</summary>
    public static HelpResult Run(CommandCall call) =>
        new(Introduction, [.. Entries.Where(entry => !entry.IsAdminOnly || call.User.IsAdmin)]);
}
