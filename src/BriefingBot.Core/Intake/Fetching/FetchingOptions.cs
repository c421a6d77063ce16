namespace BriefingBot.Core.Intake.Fetching;

/// <summary>Section <c>Fetching</c>: how sources are read over the network.</summary>
public sealed class FetchingOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Fetching";

    /// <summary>Seconds until a request is given up, its body included.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>The largest body, unpacked, in megabytes.</summary>
    public int MaxMegabytes { get; set; } = 16;

    /// <summary>
    /// Seconds between two requests to one host at least; a longer <c>Crawl-delay</c> of its robots.txt is kept, up to 30.
    /// </summary>
    public double PauseSeconds { get; set; } = 1;

    /// <summary>Seconds until another process takes a check over whose process died.</summary>
    public double ClaimSeconds { get; set; } = 60;

    /// <summary>How the bot names itself to hosts; its first word up to a slash is what robots.txt may name.</summary>
    public string UserAgent { get; set; } = "BriefingBot/1.0";
}
