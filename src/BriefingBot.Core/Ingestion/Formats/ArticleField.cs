namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>What a named value says of an article.</summary>
internal enum ArticleField
{
    /// <summary>Nothing that is read.</summary>
    None,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When it was published; a yes or no here is a state.</summary>
    Published,

    /// <summary>When it was changed last.</summary>
    Updated,

    /// <summary>Its address.</summary>
    Url,

    /// <summary>The collection.</summary>
    Collection,

    /// <summary>The running text.</summary>
    Text,

    /// <summary>The name that its source gives it.</summary>
    Id,

    /// <summary>Is it kept from readers: a yes or no.</summary>
    Draft,

    /// <summary>The same in words: "draft", "publish".</summary>
    Status,
}
