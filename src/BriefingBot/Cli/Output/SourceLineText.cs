using BriefingBot.Core.Coverage;
using BriefingBot.Core.Intake;
using BriefingBot.Presentation;

namespace BriefingBot.Cli.Output;

/// <summary>Sources in a terminal.</summary>
internal static class SourceLineText
{
    /// <summary>A source in a line.</summary>
    public static string Line(SourceEntry entry)
    {
        var (source, state) = entry;
        string fares = source.IsPaused ? "paused"
            : !source.IsFetched ? "on this machine"
            : state.Checked is not { } at ? "not checked yet"
            : state.Error is { } error ? $"checked {ReadableDate.Of(at)}: {PlainText.OneLine(error)}"
            : $"checked {ReadableDate.Of(at)}";
        return $"{source.Name}  {Kind(source)}  {PlainText.OneLine(source.Location)}  {fares}";
    }

    /// <summary>Its kind in a word.</summary>
    public static string Kind(CoverageSource source) => source.Kind switch
    {
        SourceKind.Folder => File.Exists(source.Location) ? "file" : "folder",
        SourceKind.Feed => "feed",
        SourceKind.Sitemap => "sitemap",
        SourceKind.Page => "page",
        _ => "records",
    };
}
