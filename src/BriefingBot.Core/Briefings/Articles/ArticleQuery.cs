namespace BriefingBot.Core.Briefings.Articles;

/// <summary>Which articles are looked for; what is null does not limit.</summary>
public sealed record ArticleQuery
{
    /// <summary>Words that they mention; while they are typed, beginnings of words of their headlines.</summary>
    public string? Words { get; init; }

    /// <summary>The outlet or author, as anyone calls it.</summary>
    public string? Source { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Published on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only those without a date.</summary>
    public bool IsUndated { get; init; }
}
