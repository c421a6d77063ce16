using BriefingBot.Core.Ingestion;
using BriefingBot.Presentation;

namespace BriefingBot.Diagnosis;

/// <summary>Can the articles be read, each within the bounds of its format?</summary>
internal static class ArticlesCheck
{
    private const string Name = "articles";
    private const int Named = 20;

    /// <summary>Reads all of them; nothing where the coverage itself is not there, which has a check of its own.</summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(
        CoverageInspector inspector,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (articles, failed) = await inspector.ReadAsync(paths, cancellationToken);
            return failed.Count == 0
                ? [DoctorFinding.Ok(Name, $"{articles:N0} can be read.")]
                : [.. failed.Take(Named).Select(Of), .. More(failed.Count - Named)];
        }
        catch (CoverageNotFoundException exception) when (paths.All(path => File.Exists(path) || Directory.Exists(path)))
        {
            return [DoctorFinding.Warn(Name, exception.Message, "Until then there is nothing to answer from.")];
        }
        catch (CoverageNotFoundException)
        {
            return [];
        }
    }

    private static DoctorFinding Of(IngestionFailure failure) =>
        DoctorFinding.Warn(
            Name,
            $"'{PlainText.OneLine(failure.Source)}': {PlainText.OneLine(failure.Reason)}",
            "Correct it; the other articles are not affected."
        );

    private static IEnumerable<DoctorFinding> More(int more) =>
        more <= 0 ? [] : [DoctorFinding.Warn(Name, $"{more:N0} more need attention.", "'index' lists all of them.")];
}
