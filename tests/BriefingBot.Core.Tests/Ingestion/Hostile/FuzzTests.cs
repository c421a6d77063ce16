using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Ten thousand broken inputs: each is an article, or is refused in one line; none stops, hangs or empties the reader.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void Text_of_all_kinds() => Run(1, 3000, FuzzOriginals.Text, bytes => Parse("a.txt", SourceFormat.Text, bytes));

    [Fact]
    public void Front_matter_and_markdown() => Run(2, 3000, FuzzOriginals.Markdown, bytes => Parse("a.md", SourceFormat.Markdown, bytes));

    [Fact]
    public void Records_of_json() =>
        Run(
            3,
            2500,
            FuzzOriginals.Json,
            bytes =>
            {
                foreach (byte[] record in JsonRecord.Split(bytes))
                {
                    JsonRecord.Peek(record);
                    Parse("a.json", SourceFormat.Json, record);
                }
            }
        );

    [Fact]
    public void Pages_feeds_and_mail()
    {
        Run(4, 600, FuzzOriginals.Pages, bytes => Read(".html", bytes));
        Run(5, 700, FuzzOriginals.Feeds, bytes => Read(".xml", bytes));
        Run(6, 300, FuzzOriginals.Mails, bytes => Read(".eml", bytes));
    }

    private static void Read(string extension, byte[] bytes)
    {
        foreach (
            var document in CoverageFolder
                .Formats.Single(format => format.Extensions.Contains(extension))
                .Read(bytes, TestContext.Current.CancellationToken)
        )
        {
            Parse("a" + extension, SourceFormat.Document, bytes, document);
        }
    }

    private static void Parse(string path, SourceFormat format, byte[] bytes, SourceDocument? document = null)
    {
        var file = new CoverageFile("/" + path, path, format, SourceMetadata.Empty);
        var article = ArticleParser.Parse(new SourceRecord(ArticleId.Parse("a"), path, file, bytes, "") { Document = document }, _ => { });
        Assert.NotEmpty(article.Title);
        Assert.All(article.Passages, passage => Assert.InRange(passage.End, passage.Start + 1, article.Text.Length));
    }

    private static void Run(int seed, int count, IReadOnlyList<string> originals, Action<byte[]> read)
    {
        var inputs = new MutatedInputs(seed);
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
                Assert.DoesNotContain('\n', error.Message);
            }
            catch (Exception error) when (error is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"seed {seed}, input {i}: {error.GetType().Name} {error.Message}: {Convert.ToBase64String(input)}");
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Longest, $"seed {seed}, input {i} takes too long");
        }
    }
}
