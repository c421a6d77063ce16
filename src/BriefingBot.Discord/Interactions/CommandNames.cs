namespace BriefingBot.Discord.Interactions;

/// <summary>The names of commands and options, as people type them and as they come back.</summary>
internal static class CommandNames
{
    public const string Ask = "ask";
    public const string Latest = "latest";
    public const string Timeline = "timeline";
    public const string Sources = "sources";
    public const string Help = "help";
    public const string Reindex = "reindex";
    public const string Status = "status";
    public const string Channel = "channel";
    public const string Forget = "forget";
    public const string Brief = "brief";
    public const string Follow = "follow";
    public const string Unfollow = "unfollow";
    public const string Following = "following";
    public const string FactCheck = "Fact-check against coverage";

    public const string Question = "question";
    public const string Private = "private";
    public const string Topic = "topic";
    public const string Count = "count";
    public const string Filter = "filter";
    public const string Rebuild = "rebuild";
    public const string Source = "source";
    public const string Run = "run";
    public const string RunPause = "pause";
    public const string RunResume = "resume";
    public const string RunCancel = "cancel";
    public const string Enabled = "enabled";
    public const string Style = "style";
    public const string Member = "member";
    public const string Collection = "collection";
    public const string FollowUps = "follow-ups";

    public const string When = "when";
    public const string Zone = "zone";
    public const string BriefShow = "show";
    public const string BriefNow = "now";
    public const string BriefSchedule = "schedule";
    public const string BriefOff = "off";

    public const string Words = "words";
    public const string Hours = "hours";
    public const string FollowTopic = "topic";
    public const string FollowOutlet = "outlet";
    public const string FollowAuthor = "author";
    public const string FollowStory = "story";
    public const string FollowQuiet = "quiet";

    public const string StyleReply = "reply";
    public const string StyleThread = "thread";

    /// <summary>Commands for admins.</summary>
    public static bool IsAdmin(string name) => name is Reindex or Status or Channel or Forget;
}
