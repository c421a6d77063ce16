using BriefingBot.Core.Ingestion.Cleaning;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>What a manifest, front matter, a record or a page says of an article, as written there; null where it says nothing.</summary>
public sealed record SourceMetadata
{
    /// <summary>Says nothing.</summary>
    public static SourceMetadata Empty { get; } = new();

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published, in any form that dates are written in.</summary>
    public string? Published { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? Updated { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>The collection it belongs to.</summary>
    public string? Collection { get; init; }

    /// <summary>Why its source keeps it from readers ("it is a draft"); null when it does not.</summary>
    public string? Withheld { get; init; }

    /// <summary>These values, and those of <paramref name="other"/> where this has none.</summary>
    public SourceMetadata Or(SourceMetadata other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Title = Title ?? other.Title,
            Outlet = Outlet ?? other.Outlet,
            Byline = Byline ?? other.Byline,
            Published = Published ?? other.Published,
            Updated = Updated ?? other.Updated,
            Url = Url ?? other.Url,
            Collection = Collection ?? other.Collection,
            Withheld = Withheld ?? other.Withheld,
        };
    }

    /// <summary>Each value on one line, markup and what no reader sees taken out; what is empty then is null.</summary>
    internal SourceMetadata Cleaned() =>
        new()
        {
            Title = OneLine(Title),
            Outlet = OneLine(Outlet),
            Byline = OneLine(Byline),
            Published = OneLine(Published),
            Updated = OneLine(Updated),
            Url = OneLine(Url),
            Collection = OneLine(Collection),
            Withheld = Withheld,
        };

    private static string? OneLine(string? value) =>
        value is null
        || string.Join(' ', InvisibleCharacters.Remove(Markup.Strip(value)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            is not { Length: > 0 } line
            ? null
            : line;
}
