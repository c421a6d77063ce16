namespace BriefingBot.Discord.Rest;

/// <summary>
/// Stops well before Discord would ban the address: 10,000 answers of 401, 403 or 429 (not those of shared limits) in ten minutes do. After
/// a 401 to the bot's own token nothing is sent any more. Thread-safe.
/// </summary>
internal sealed class InvalidRequestBreaker(TimeProvider clock)
{
    /// <summary>How many are let happen in ten minutes: half of what gets banned.</summary>
    public const int Limit = 5000;

    private readonly SlidingWindow _invalid = new(Limit, TimeSpan.FromMinutes(10), clock);
    private volatile TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the bot's token is refused.</summary>
    public Task Refused => _refused.Task;

    /// <summary>How many were counted in the last ten minutes.</summary>
    public int Count => _invalid.Count;

    /// <summary>Counts an answer that was refused; when it is about the bot's own token, nothing is sent any more.</summary>
    public void Count401(bool isOfToken)
    {
        _invalid.Add();
        if (isOfToken)
        {
            _refused.TrySetResult();
        }
    }

    /// <summary>There is another token: requests may go again.</summary>
    public void ForgetRefusal()
    {
        if (_refused.Task.IsCompleted)
        {
            _refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Counts an answer that was refused.</summary>
    public void CountRefusal() => _invalid.Add();

    /// <summary>Lets a request pass, or not.</summary>
    /// <exception cref="DiscordApiException">The token was refused, or too many requests were.</exception>
    public void ThrowIfOpen(RestRoute route)
    {
        if (_refused.Task.IsCompleted && !route.IsInteraction)
        {
            throw DiscordApiException.Unauthorized(route);
        }

        if (_invalid.Count >= Limit)
        {
            throw new DiscordApiException(
                System.Net.HttpStatusCode.TooManyRequests,
                0,
                $"{Limit:N0} requests were refused in ten minutes, so {route.Key} is held back before Discord bans this "
                    + $"address; check the bot's permissions."
            );
        }
    }
}
