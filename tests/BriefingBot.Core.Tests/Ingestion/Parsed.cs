using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>Parses texts as if they lay in a coverage folder.</summary>
internal static class Parsed
{
    public static Article Text(string text, string path = "article.txt", Action<string>? note = null) =>
        Source(text, path, SourceFormat.Text, note);

    public static Article Markdown(string text, Action<string>? note = null) => Source(text, "article.md", SourceFormat.Markdown, note);

    public static Article Json(string line, Action<string>? note = null) => Source(line, "articles.jsonl", SourceFormat.JsonLines, note);

    public static Article Seed(string prefix)
    {
        string path = SeedPath(prefix);
        return Text(File.ReadAllText(path), Path.GetFileName(path));
    }

    /// <summary>A sample article as it lies in the folder.</summary>
    public static string SeedText(string prefix) => File.ReadAllText(SeedPath(prefix));

    public static string[] Slices(this Article article, PassageKind kind) =>
        [.. article.Passages.Where(passage => passage.Kind == kind).Select(passage => article.Text[passage.Start..passage.End])];

    private static string SeedPath(string prefix) => Directory.EnumerateFiles(Repository.Seeds, prefix + "_*.txt").Single();

    private static Article Source(string text, string path, SourceFormat format, Action<string>? note)
    {
        var file = new CoverageFile("/" + path, path, format, SourceMetadata.Empty);
        return ArticleParser.Parse(
            new SourceRecord(ArticleId.Parse(file.Name), path, file, Encoding.UTF8.GetBytes(text), ""),
            note ?? (_ => { })
        );
    }
}
