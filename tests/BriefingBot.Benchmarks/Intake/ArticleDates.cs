using System.Globalization;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Benchmarks.Intake;

/// <summary>
/// How often a date that is read out of an article's own words is not the day that its publisher gave it. Each record loses its date and
/// its address and is read as a text file or as Markdown, first with the words it came with, then with its day printed below the headline
/// in every form that nine languages have for it (.NET's own data of languages).
/// </summary>
internal static class ArticleDates
{
    private static readonly string[] Languages = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "ko-KR", "ja-JP"];
    private static readonly string[] Patterns = ["d", "D", "f", "F", "g", "G", "s", "u", "R"];
    private static readonly string[] Labels = ["", "Published ", "Posted on ", "Published: "];

    /// <summary>
    /// Reads the records of each file and prints how many dates were read, how many of them are wrong, and each wrong one.
    /// </summary>
    public static void Run(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        foreach (string file in files)
        {
            string name = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))!;
            Read($"{name}, as it is", file, static (_, _) => "", nearby: 1, cancellationToken);
            Read($"{name}, its day printed", file, Printed, nearby: 0, cancellationToken);
        }
    }

    // A day beside the publisher's is right where the words are the outlet's own: papers and agencies print by their own clocks.
    private static void Read(string name, string file, Func<DateOnly, int, string> line, int nearby, CancellationToken cancellationToken)
    {
        int articles = 0;
        int dated = 0;
        List<string> wrong = [];
        foreach (string record in File.ReadLines(file))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var json = JsonDocument.Parse(record);
            if (Published(json.RootElement) is not { } published)
            {
                continue;
            }

            string printed = line(published, articles);
            if (Parse(json.RootElement, printed, articles % 2 == 0, cancellationToken) is not { } article)
            {
                continue;
            }

            articles++;
            dated += article.Published is null ? 0 : 1;
            if (article.Published is { } read && Math.Abs(read.Day.DayNumber - published.DayNumber) > nearby)
            {
                wrong.Add(
                    $"  {json.RootElement.GetProperty("id").GetString()} {printed}: read {read.Day:yyyy-MM-dd} "
                        + $"({article.DateOrigin}), published {published:yyyy-MM-dd}: {article.Title}"
                );
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {articles} articles, a date read in {dated}, wrong {wrong.Count} "
                    + $"({100d * wrong.Count / Math.Max(1, articles):F2} %)"
            )
        );
        wrong.ForEach(Console.WriteLine);
    }

    private static string Printed(DateOnly day, int number)
    {
        int languages = number / Patterns.Length;
        string pattern = Patterns[number % Patterns.Length];
        string label = Labels[languages / Languages.Length % Labels.Length];
        return label
            + day.ToDateTime(new TimeOnly(14, 5)).ToString(pattern, CultureInfo.GetCultureInfo(Languages[languages % Languages.Length]))
            + "\n\n";
    }

    private static DateOnly? Published(JsonElement record) =>
        record.TryGetProperty("published", out var value)
        && value.ValueKind == JsonValueKind.String
        && DateOnly.TryParse(value.GetString()![..10], CultureInfo.InvariantCulture, out var day)
            ? day
            : null;

    private static Article? Parse(JsonElement record, string printed, bool markdown, CancellationToken cancellationToken)
    {
        string text =
            $"{(markdown ? "# " : "")}{record.GetProperty("title").GetString()}\n\n{printed}{record.GetProperty("text").GetString()}";
        string path = markdown ? "a.md" : "a.txt";
        CoverageFile file = new("/" + path, path, markdown ? SourceFormat.Markdown : SourceFormat.Text, SourceMetadata.Empty);
        try
        {
            return ArticleParser.Parse(
                new SourceRecord(ArticleId.Parse("a"), path, file, Encoding.UTF8.GetBytes(text), ""),
                static _ => { },
                ParsingContext.None,
                cancellationToken
            );
        }
        catch (SourceException)
        {
            return null;
        }
    }
}
