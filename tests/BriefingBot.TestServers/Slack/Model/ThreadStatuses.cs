namespace BriefingBot.TestServers.Slack.Model;

/// <summary>What shows under a thread at this time.</summary>
internal static class ThreadStatuses
{
    /// <summary>Null when nothing shows: never set, cleared, or older than a status lasts.</summary>
    public static ThreadStatus? Current(SlackState state, FakeChannel channel, string threadTs)
    {
        ThreadStatus? last = state.Record.Statuses.LastOrDefault(status => status.Channel == channel && status.ThreadTs == threadTs);
        return last is { Status.Length: > 0 } && state.Now - last.At < state.Options.StatusLifetime ? last : null;
    }
}
