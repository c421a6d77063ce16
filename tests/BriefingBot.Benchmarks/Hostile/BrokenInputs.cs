using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Tests.Ingestion.Hostile;
using BriefingBot.Sources.Documents;
using BriefingBot.Sources.Feeds;
using BriefingBot.Sources.Pages;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>
/// Any number of broken inputs of each format, as the tests have some: each is an article or is refused in one line. Prints the first input
/// of every other kind of end.
/// </summary>
internal static class BrokenInputs
{
    /// <summary>Reads so many of each format; false when one ended otherwise.</summary>
    public static bool Run(int count, int seed, CancellationToken cancellationToken)
    {
        (string Kind, IReadOnlyList<string> Originals, Action<byte[]> Read)[] formats =
        [
            ("text", FuzzOriginals.Text, bytes => Parse("a.txt", SourceFormat.Text, bytes, null, cancellationToken)),
            ("markdown", FuzzOriginals.Markdown, bytes => Parse("a.md", SourceFormat.Markdown, bytes, null, cancellationToken)),
            (
                "json",
                FuzzOriginals.Json,
                bytes =>
                    JsonRecord.Split(bytes).ToList().ForEach(record => Parse("a.json", SourceFormat.Json, record, null, cancellationToken))
            ),
            ("page", FuzzOriginals.Pages, bytes => ReadBy(new HtmlFormat(), bytes, cancellationToken)),
            ("feed", FuzzOriginals.Feeds, bytes => ReadBy(new FeedFormat(), bytes, cancellationToken)),
            ("mail", FuzzOriginals.Mails, bytes => ReadBy(new MailFormat(), bytes, cancellationToken)),
        ];
        return formats
            .Select((format, i) => Run(format.Kind, new MutatedInputs(seed + i), format.Originals, format.Read, count))
            .ToList()
            .TrueForAll(static clean => clean);
    }

    private static bool Run(string kind, MutatedInputs inputs, IReadOnlyList<string> originals, Action<byte[]> read, int count)
    {
        int refused = 0;
        var longest = TimeSpan.Zero;
        HashSet<string> ends = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            byte[] input = inputs.Next(originals);
            long started = Stopwatch.GetTimestamp();
            try
            {
                read(input);
            }
            catch (Exception error) when (error is SourceException or SourceWithheldException)
            {
                refused++;
            }
            catch (Exception error)
            {
                if (ends.Add($"{error.GetType().Name} {error.StackTrace?.Split('\n')[0]}"))
                {
                    Console.WriteLine($"{kind} {i}: {error.GetType().Name}: {error.Message}: {Convert.ToBase64String(input)}");
                }
            }

            var taken = Stopwatch.GetElapsedTime(started);
            longest = taken > longest ? taken : longest;
        }

        Console.WriteLine(
            $"{kind}: {count} inputs, {refused} refused, {ends.Count} kinds of other ends, the slowest {longest.TotalMilliseconds:F0} ms"
        );
        return ends.Count == 0;
    }

    private static void ReadBy(IDocumentFormat format, byte[] bytes, CancellationToken cancellationToken)
    {
        foreach (var document in format.Read(bytes, cancellationToken))
        {
            Parse("a" + format.Extensions[0], SourceFormat.Document, bytes, document, cancellationToken);
        }
    }

    private static void Parse(
        string path,
        SourceFormat format,
        ReadOnlyMemory<byte> bytes,
        SourceDocument? document,
        CancellationToken cancellationToken
    )
    {
        CoverageFile file = new("/" + path, path, format, SourceMetadata.Empty);
        ArticleParser.Parse(
            new SourceRecord(ArticleId.Parse("a"), path, file, bytes, "") { Document = document },
            _ => { },
            ParsingContext.None,
            cancellationToken
        );
    }
}
