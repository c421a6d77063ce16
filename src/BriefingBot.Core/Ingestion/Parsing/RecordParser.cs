using System.Diagnostics.CodeAnalysis;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Parses one record within its time, and reports what cannot be parsed instead of throwing it.</summary>
internal static class RecordParser
{
    // What one article may take to be read and parsed; only formats that take a library come near.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>The article; null when it was reported.</summary>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "One bad article never stops an index run: whatever a parser throws is reported with its source."
    )]
    public static ParsedArticle? Parse(
        SourceRecord record,
        IngestionFailures failures,
        ParsingContext context,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Time);
        try
        {
            var article = ArticleParser.Parse(record, reason => failures.Note(record.Source, reason), context, limit.Token);
            return new ParsedArticle(
                article,
                record.Fingerprint,
                record.Source,
                [.. article.Passages.Select(passage => PeriodFinder.Find(article.Text[passage.Start..passage.End], article.Published?.Day))]
            );
        }
        catch (SourceWithheldException exception)
        {
            failures.Withhold(record.Id.Value, record.Source, exception.Message);
        }
        catch (SourceException exception)
        {
            failures.AddBroken(record.Source, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failures.AddBroken(record.Source, $"takes too long: it was abandoned after {Time.TotalSeconds:F0} s.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Texts of the world and three parsers of others: an article that trips one up must not end the run.
            failures.AddBroken(
                record.Source,
                $"cannot be parsed ({exception.GetType().Name}): {exception.Message.ReplaceLineEndings(" ")}"
            );
        }

        return null;
    }
}
