using System.Globalization;
using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Tests.Ingestion.Hostile;
using BriefingBot.Core.Text;
using BriefingBot.Sources.Pages;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>
/// What reading a text that is no prose costs of the processor, by its length: each shape as text, as Markdown and as a page, and each
/// passage of it as a question would read it.
/// </summary>
internal static class HostileGrowth
{
    private const double MostADoubling = 2.5;
    private const int Tries = 2;

    /// <summary>
    /// A reading that seems to grow too fast is taken again, up to so often: what the machine did besides only ever adds to a time, so the
    /// least of many tells the text's own.
    /// </summary>
    private const int MoreRounds = 12;

    /// <summary>Below this the clock tells more of the machine than of the text.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(25);

    private static readonly int[] Kilobytes = [50, 100, 200, 400];

    /// <summary>Measures the shapes, prints the slowest and those that grow too fast; false when there are such.</summary>
    /// <param name="shapes">How many; all of them when there are fewer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool Run(int shapes, CancellationToken cancellationToken)
    {
        List<Growth> measured = [];
        foreach (string piece in HostileShapes.Pieces.Take(shapes))
        {
            foreach (var (kind, read) in Readers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                read(HostileShapes.Make(piece, 1), cancellationToken);
                string[] texts = [.. Kilobytes.Select(size => HostileShapes.Make(piece, size))];
                Growth growth = new(kind, piece, [.. texts.Select(text => Measure(read, text, cancellationToken))]);
                for (int round = 0; round < MoreRounds && growth.Worst(Floor) > MostADoubling; round++)
                {
                    growth = growth.Least([.. texts.Select(text => Measure(read, text, cancellationToken))]);
                }

                measured.Add(growth);
                if (growth.Worst(Floor) > MostADoubling)
                {
                    Say($"Too fast: {growth}");
                }
            }
        }

        int grown = measured.Count(growth => growth.Worst(Floor) > MostADoubling);
        Say(
            $"{measured.Count / Readers.Count} shapes, {measured.Count} readings at {string.Join(", ", Kilobytes)} kB, "
                + $"processor time, best of {Tries}, of up to {Tries * (1 + MoreRounds)} where it grew too fast; each "
                + $"doubling may take {MostADoubling} times as long."
        );
        Say(
            $"Worst doubling: {measured.Max(growth => growth.Worst(Floor)):F2}; worst mean of three: "
                + $"{measured.Max(growth => growth.Mean(Floor)):F2}; median of the means of the ten slowest: "
                + $"{Median([.. measured.OrderByDescending(growth => growth.Times[^1]).Take(10).Select(growth => growth.Mean(Floor))]):F2}"
        );
        Say("Slowest:");
        measured.OrderByDescending(growth => growth.Times[^1]).Take(10).ToList().ForEach(growth => Say(growth.ToString()));
        Say($"Too fast: {grown}");
        return grown == 0;
    }

    private static IReadOnlyList<(string Kind, Action<string, CancellationToken> Read)> Readers { get; } =
    [
        ("text", static (text, token) => Parse("a.txt", SourceFormat.Text, text, null, token)),
        ("markdown", static (text, token) => Parse("a.md", SourceFormat.Markdown, text, null, token)),
        (
            "page",
            static (text, token) =>
            {
                string page = $"<html><body><article><h1>Council opens bridge</h1><p>{text}</p></article></body></html>";
                foreach (var document in new HtmlFormat().Read(Encoding.UTF8.GetBytes(page), token))
                {
                    Parse("a.html", SourceFormat.Document, page, document, token);
                }
            }
        ),
    ];

    private static void Parse(string path, SourceFormat format, string text, SourceDocument? document, CancellationToken cancellationToken)
    {
        try
        {
            CoverageFile file = new("/" + path, path, format, SourceMetadata.Empty);
            var article = ArticleParser.Parse(
                new SourceRecord(ArticleId.Parse("a"), path, file, Encoding.UTF8.GetBytes(text), "") { Document = document },
                _ => { },
                ParsingContext.None,
                cancellationToken
            );
            foreach (var passage in article.Passages)
            {
                string words = article.Text[passage.Start..passage.End];
                SentenceSplitter.Split(words);
                WordTokenizer.Tokenize(words);
            }
        }
        catch (SourceException)
        {
            // No article: refused is bounded too.
        }
    }

    private static TimeSpan Measure(Action<string, CancellationToken> read, string text, CancellationToken cancellationToken)
    {
        var best = TimeSpan.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            var started = Environment.CpuUsage.TotalTime;
            try
            {
                read(text, cancellationToken);
            }
            catch (SourceException)
            {
                // As above.
            }

            var taken = Environment.CpuUsage.TotalTime - started;
            best = taken < best ? taken : best;
        }

        return best;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
