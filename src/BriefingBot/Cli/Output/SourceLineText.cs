using BriefingBot.Core.Intake;
using BriefingBot.Presentation;

namespace BriefingBot.Cli.Output;

/// <summary>Sources in a terminal.</summary>
internal static class SourceLineText
{
    /// <summary>A source in a line.</summary>
    public static string Line(SourceEntry entry) =>
        $"{entry.Source.Name}  {Kind(entry.Source)}  {PlainText.OneLine(entry.Source.Location)}  {PlainText.OneLine(entry.Standing)}";

    /// <summary>Its kind in a word.</summary>
    public static string Kind(CoverageSource source) =>
        source.Kind switch
        {
            SourceKind.Folder => File.Exists(source.Location) ? "file" : "folder",
            SourceKind.Feed => "feed",
            SourceKind.Sitemap => "sitemap",
            SourceKind.Page => "page",
            _ => "records",
        };
}
