namespace BriefingBot.TestServers.Discord.Rest.RateLimits;

/// <summary>Counts 401, 403 and 429 over ten minutes; too many and the edge refuses everything.</summary>
internal sealed class InvalidRequestBan(DiscordState state)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Queue<DateTimeOffset> _invalid = [];

    public bool IsBanned
    {
        get
        {
            while (_invalid.Count > 0 && _invalid.Peek() + Window <= state.Now)
            {
                _invalid.Dequeue();
            }

            return _invalid.Count >= state.Options.InvalidRequestLimit;
        }
    }

    public void Count(int status, bool isSharedScope)
    {
        if (status is 401 or 403 or 429 && !isSharedScope)
        {
            state.Record.Counters.InvalidRequests++;
            _invalid.Enqueue(state.Now);
        }
    }
}
