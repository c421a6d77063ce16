namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>What <c>/briefing</c> can do.</summary>
internal enum SlashVerb
{
    /// <summary>Shows what there is.</summary>
    Help,

    Ask,

    /// <summary>The newest coverage.</summary>
    Latest,

    /// <summary>What is new, now or on a schedule.</summary>
    Brief,

    /// <summary>Be told of something at once.</summary>
    Follow,

    /// <summary>And no more.</summary>
    Unfollow,

    /// <summary>What is followed.</summary>
    Following,

    /// <summary>The outlets.</summary>
    Sources,

    /// <summary>The state of the index.</summary>
    Status,

    /// <summary>An index run.</summary>
    Reindex,

    /// <summary>The settings of the channel.</summary>
    Channel,

    /// <summary>Removes what is kept of a person.</summary>
    Forget,
}
