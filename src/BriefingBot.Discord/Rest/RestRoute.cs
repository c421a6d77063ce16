namespace BriefingBot.Discord.Rest;

/// <summary>Where a request goes and how it may be treated.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below <c>/api/v10</c>, beginning with a slash.</param>
/// <param name="Template">The path with its ids left open; what limits are learned for.</param>
/// <param name="Major">The id that a limit is counted for: channel, server, or webhook and token; empty when there is none.</param>
internal sealed record RestRoute(HttpMethod Method, string Path, string Template, string Major = "")
{
    /// <summary>What a limit is learned for.</summary>
    public string Key { get; } = $"{Method} {Template}";

    /// <summary>Goes by the token in its path: no authorization, and not counted for the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>False: a request whose fate is unknown (timeout, dropped connection) is not sent again.</summary>
    public bool CanRepeat { get; init; } = true;

    /// <summary>Worth nothing when late: given up instead of waiting for a limit.</summary>
    public bool IsFleeting { get; init; }

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait before the second try, before jitter; it doubles.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);
}
