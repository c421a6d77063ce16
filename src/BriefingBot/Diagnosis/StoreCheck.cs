using BriefingBot.Core.Retrieval;
using BriefingBot.Presentation;

namespace BriefingBot.Diagnosis;

/// <summary>Does the store open, and does it hold what the encoder can search?</summary>
internal static class StoreCheck
{
    private const string Name = "store";

    /// <summary>Opens the store and reads its status and an article.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(Func<ICoverageStore> open, string path, CancellationToken cancellationToken)
    {
        try
        {
            var store = open();
            await store.OpenAsync(cancellationToken);
            var status = await store.GetStatusAsync(cancellationToken);
            await store.ListArticlesAsync(CoverageFilter.None, 0, 1, cancellationToken);
            string newest = status.Newest is { } date ? $", newest {DateText.Of(date)}" : "";
            Finding holds = status.Articles == 0
                ? Finding.Warn(Name, $"'{path}' (schema {status.SchemaVersion}) is empty.", "Run 'index', or 'serve', which indexes at start.")
                : Finding.Ok(Name, $"'{path}' (schema {status.SchemaVersion}) holds {status.Articles} articles, {status.Undated} undated, {status.Passages} passages{newest}.");
            return status is { EncoderMatches: false, Encoder: not null }
                ? [holds, Finding.Warn(Name, $"its vectors were made by {status.Encoder.Name}, not by the configured encoder.", "Run 'index' to make them anew.")]
                : [holds];
        }
        catch (StoreException exception)
        {
            return [Finding.Fail(Name, exception.Message, "Until then nothing can be indexed or answered.")];
        }
    }
}
