using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>An article as a format's reader understands it, before cleaning.</summary>
/// <param name="Fields">What the source says of it.</param>
/// <param name="Text">The running text; paragraphs separated by empty lines, markup gone.</param>
/// <param name="Origin">What a date in the fields is taken from.</param>
public sealed record SourceDocument(SourceMetadata Fields, string Text, DateOrigin Origin)
{
    /// <summary>The name that the source gives it; null where the file's name is its name.</summary>
    public string? Id { get; init; }

    /// <summary>What was odd about it, for the account of the run: one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
