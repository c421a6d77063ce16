namespace BriefingBot.Sources.Fetching;

/// <summary>What to fetch, and how.</summary>
/// <param name="Address">Absolute, http or https.</param>
internal sealed record FetchRequest(Uri Address)
{
    /// <summary>May it lead into private networks?</summary>
    public bool AllowsPrivate { get; init; }

    /// <summary>For a conditional request.</summary>
    public string? ETag { get; init; }

    /// <summary>For a conditional request, as the host wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>The Authorization header, sent to the address's own host alone; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The Accept-Language header; null for none.</summary>
    public string? Language { get; init; }

    /// <summary>Ask the host's robots.txt first.</summary>
    public bool AsksRobots { get; init; }
}
