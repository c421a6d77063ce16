namespace BriefingBot.Core.Intake;

/// <summary>What a source is, and so how it is read. The numbers are stored.</summary>
public enum SourceKind
{
    /// <summary>A folder or file of this machine, read where it lies.</summary>
    Folder = 0,

    /// <summary>An RSS, Atom or JSON feed.</summary>
    Feed = 1,

    /// <summary>A sitemap, of news or any other, and the pages that it lists.</summary>
    Sitemap = 2,

    /// <summary>A single page.</summary>
    Page = 3,

    /// <summary>An address that gives one article a line in JSON.</summary>
    JsonLines = 4,

    /// <summary>A list of pages: one address a line.</summary>
    PageList = 5,
}
