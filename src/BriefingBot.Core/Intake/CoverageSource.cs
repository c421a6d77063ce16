namespace BriefingBot.Core.Intake;

/// <summary>Somewhere that articles come from.</summary>
/// <param name="Name">How commands name it.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Location">A full path, or an address with http or https.</param>
public sealed record CoverageSource(SourceName Name, SourceKind Kind, string Location)
{
    /// <summary>From one check of an address to the next, when nothing else is said.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>The collection of its articles that name none; null for none.</summary>
    public string? Collection { get; init; }

    /// <summary>The outlet of its articles that name none; null when pages and feeds say it themselves.</summary>
    public string? Outlet { get; init; }

    /// <summary>The language that its hosts are asked for, as in <c>de</c> or <c>pt-BR</c>; null: whatever they give.</summary>
    public string? Language { get; init; }

    /// <summary>How it writes dates of numbers that could be read two ways; unknown, such a date is none.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>From one check to the next.</summary>
    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>Also read each item's page, where a feed has only its beginning.</summary>
    public bool ReadsPages { get; init; }

    /// <summary>May it lie in a private network or on this machine? Addresses of the link and of cloud metadata are never read.</summary>
    public bool AllowsPrivate { get; init; }

    /// <summary>
    /// A file with <c>user:password</c>, or with the whole value of an Authorization header; null for none. Sent to the source's own host
    /// only.
    /// </summary>
    public string? CredentialsFile { get; init; }

    /// <summary>It is not checked until somebody resumes it; its articles stay.</summary>
    public bool IsPaused { get; init; }

    /// <summary>It stands in the settings: commands cannot remove it.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>Is it fetched over the network?</summary>
    public bool IsFetched => Kind != SourceKind.Folder;
}
