using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Sources.Documents;
using BriefingBot.Sources.Feeds;
using BriefingBot.Sources.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>A temporary folder of articles with a store and an encoder to index it; deleted with the test.</summary>
internal sealed class CoverageFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("briefingbot-ingestion-").FullName;

    /// <summary>What reads the formats that take a library.</summary>
    public static IReadOnlyList<IDocumentFormat> Formats { get; } =
    [new HtmlFormat(), new FeedFormat(), new MailFormat(), new WordFormat(), new PdfFormat()];

    public RecordingStore Store { get; } = new();

    public RecordingEncoder Encoder { get; } = new();

    public CoverageFolder Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public CoverageFolder Add(string path, byte[] bytes)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>Lets a file seem to have been changed so long ago.</summary>
    public CoverageFolder Age(string path, TimeSpan age)
    {
        File.SetLastWriteTimeUtc(PathOf(path), (TimeProvider.System.GetUtcNow() - age).UtcDateTime);
        return this;
    }

    public string PathOf(string path) => Path.Combine(Root, path);

    public Task<IngestionReport> IndexAsync(
        CancellationToken cancellationToken,
        bool rebuild = false,
        string encoder = "test/1",
        IProgress<IngestionProgress>? progress = null,
        bool allowRemoval = false,
        string? confirmed = null,
        bool atStart = false,
        params string[] paths
    ) =>
        new IngestionPipeline(
            Store,
            Encoder,
            new EncoderIdentity(encoder, 2),
            TimeProvider.System,
            NullLogger<IngestionPipeline>.Instance,
            formats: Formats
        ).RunAsync(
            paths.Length == 0 ? [Root] : paths,
            new IngestionChoices
            {
                Rebuild = rebuild,
                AllowRemoval = allowRemoval,
                ConfirmedRemoval = confirmed,
                TrustsFileTimes = atStart,
            },
            progress,
            cancellationToken
        );

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
