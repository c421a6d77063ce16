namespace BriefingBot.Core.Coverage;

/// <summary>Where the publication date of an article was read. The numbers are stored: never renumber.</summary>
public enum DateOrigin
{
    /// <summary>The article is undated.</summary>
    None = 0,

    /// <summary>YAML front matter of the file.</summary>
    FrontMatter = 1,

    /// <summary>The manifest beside the file.</summary>
    Manifest = 2,

    /// <summary>The entry of a feed.</summary>
    Feed = 3,

    /// <summary>A field of a JSON record.</summary>
    Json = 4,

    /// <summary>Metadata of an HTML page.</summary>
    HtmlMetadata = 5,

    /// <summary>A date or author line of the text.</summary>
    BylineLine = 6,

    /// <summary>The file's name.</summary>
    FileName = 7,

    /// <summary>The head of a mail.</summary>
    Mail = 8,
}
