using System.Diagnostics.CodeAnalysis;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Ingestion;

/// <summary>Reads through the coverage once, before anything of it is parsed, to learn what its pages have in common.</summary>
internal static class FurnitureLearner
{
    /// <summary>So many records are read; what they share, the others share too.</summary>
    private const int MostRecords = 20_000;

    /// <summary>
    /// Learns from the listed files. Formats that take a library are passed over: their readers leave furniture out already.
    /// </summary>
    public static async Task<FurnitureCensus> LearnAsync(
        IReadOnlyList<CoverageFile> files,
        EncoderIdentity encoder,
        CancellationToken cancellationToken
    )
    {
        var census = new FurnitureCensus();
        int read = 0;
        var reader = new CoverageReader(encoder, new IngestionFailures());
        CoverageFile[] plain = [.. files.Where(file => file.Reader is null)];
        if (plain.Length < FurnitureCensus.FewestArticles && !plain.Any(file => file.HoldsMany))
        {
            return census;
        }

        await foreach (var record in reader.ReadAsync(plain, cancellationToken))
        {
            if (record is not null)
            {
                Count(census, record, cancellationToken);
                if (++read == MostRecords)
                {
                    break;
                }
            }
        }

        return census;
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "What cannot be read is reported when it is parsed; here it just counts for nothing."
    )]
    private static void Count(FurnitureCensus census, SourceRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var (fields, text, _) = SourceReader.Read(record, static _ => { }, cancellationToken);
            census.Add(FurnitureCensus.KeyOf(fields.Cleaned(), record.File), ArticleCleaner.Lines(text));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Parsing it will report it.
        }
    }
}
