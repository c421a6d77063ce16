namespace BriefingBot.Storage;

/// <summary>The section <c>Search</c>: where passages are searched.</summary>
public sealed class SearchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Search";

    /// <summary>Where the vectors are, and with them the words; in memory unless said otherwise.</summary>
    public VectorPlace Vectors { get; set; }
}
