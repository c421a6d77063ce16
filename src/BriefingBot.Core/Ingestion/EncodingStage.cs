using System.Threading.Channels;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Ingestion;

/// <summary>Gives parsed articles the vectors of their passages, many passages a call.</summary>
internal sealed class EncodingStage(
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderIdentity encoderIdentity,
    TimeProvider clock
)
{
    // Enough passages a call to keep every core of the encoder at work to the end of it.
    private const int BatchPassages = 384;

    public async Task RunAsync(
        IngestionRun run,
        ChannelReader<ParsedArticle> parsed,
        ChannelWriter<IndexedArticle> encoded,
        CancellationToken cancellationToken
    )
    {
        var batch = new List<ParsedArticle>();
        int passages = 0;
        while (await parsed.WaitToReadAsync(cancellationToken))
        {
            while (parsed.TryRead(out var article))
            {
                batch.Add(article);
                passages += article.Article.Passages.Count;
                if (passages >= BatchPassages)
                {
                    await EncodeBatchAsync(run, batch, encoded, cancellationToken);
                    batch.Clear();
                    passages = 0;
                }
            }
        }

        await EncodeBatchAsync(run, batch, encoded, cancellationToken);
    }

    private async Task EncodeBatchAsync(
        IngestionRun run,
        List<ParsedArticle> batch,
        ChannelWriter<IndexedArticle> encoded,
        CancellationToken cancellationToken
    )
    {
        string[] texts = [.. batch.SelectMany(parsed => PassageTexts.Of(parsed.Article))];
        var vectors = new List<ReadOnlyMemory<float>>(texts.Length);
        foreach (string[] chunk in texts.Chunk(2 * BatchPassages))
        {
            await run.PassGateAsync(cancellationToken);
            long started = clock.GetTimestamp();
            var embeddings = await encoder.GenerateAsync(chunk, EncodingPurpose.ForPassages(), cancellationToken);
            run.Encoding += clock.GetElapsedTime(started);
            if (embeddings.Count != chunk.Length)
            {
                throw new InvalidOperationException(
                    $"The encoder {encoderIdentity.Name} made {embeddings.Count} vectors for {chunk.Length} texts."
                );
            }

            vectors.AddRange(embeddings.Select(embedding => embedding.Vector));
        }

        int next = 0;
        foreach (var (article, fingerprint, source, periods) in batch)
        {
            IndexedPassage[] passages =
            [
                .. article.Passages.Select((passage, i) => new IndexedPassage(passage, vectors[next++], periods[i])),
            ];
            await encoded.WriteAsync(new IndexedArticle(article, fingerprint, passages) { Source = source }, cancellationToken);
        }
    }
}
