namespace BriefingBot.Slack;

/// <summary>What the bot token has to be allowed, as in the manifest, and what for.</summary>
internal static class SlackScopes
{
    public static readonly IReadOnlyList<(string Scope, string Purpose)> Needed =
    [
        ("app_mentions:read", "being asked by a mention"),
        ("assistant:write", "suggested questions, and the status while working"),
        ("channels:history", "follow-ups in threads of public channels"),
        ("channels:read", "knowing public channels"),
        ("chat:write", "answering"),
        ("commands", "/briefing and the message shortcut"),
        ("groups:history", "follow-ups in threads of private channels"),
        ("groups:read", "knowing private channels"),
        ("im:history", "being asked by direct message"),
        ("im:write", "briefings and alerts by direct message, each of them once"),
        ("mpim:history", "being asked in group messages"),
        ("users:read", "recognizing the workspace's admins"),
    ];

    /// <summary>Those that a token lacks, each with what for.</summary>
    public static IReadOnlyList<string> MissingFrom(IReadOnlyCollection<string> granted) =>
        [.. Needed.Where(needed => !granted.Contains(needed.Scope)).Select(static needed => $"{needed.Scope} ({needed.Purpose})")];
}
