namespace BriefingBot.Sources.Fetching;

/// <summary>What a host answered.</summary>
/// <param name="Address">Where it was found after all redirects.</param>
/// <param name="Body">The body, unpacked.</param>
internal sealed record FetchedContent(Uri Address, byte[] Body)
{
    /// <summary>The host says that nothing has changed; the body is empty.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Its ETag.</summary>
    public string? ETag { get; init; }

    /// <summary>Its Last-Modified, as written.</summary>
    public string? LastModified { get; init; }

    /// <summary>Its media type without parameters; null when it names none.</summary>
    public string? MediaType { get; init; }
}
