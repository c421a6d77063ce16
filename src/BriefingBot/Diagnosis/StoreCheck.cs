using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Diagnosis;

/// <summary>Does the store open, is it sound, and does it hold what the encoder can search?</summary>
internal static class StoreCheck
{
    private const string Name = "store";

    /// <summary>Opens the store, looks through it and reads its status.</summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(
        SqlCoverageStore store,
        StorageOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await store.OpenAsync(cancellationToken);
            string path = store.Name;
            var status = await store.GetStatusAsync(cancellationToken);
            if (await store.FindDamageAsync(cancellationToken) is { } damage)
            {
                return
                [
                    DoctorFinding.Fail(
                        Name,
                        $"'{path}' is damaged: {damage}",
                        "Restore it from a backup, or move it away and run 'index'."
                    ),
                ];
            }

            string newest = status.Newest is { } date ? $", newest {ReadableDate.Of(date)}" : "";
            DoctorFinding holds =
                status.Articles == 0
                    ? DoctorFinding.Warn(
                        Name,
                        $"'{path}' (schema {status.SchemaVersion}) is empty.",
                        "Run 'index', or 'serve', which indexes at start."
                    )
                    : DoctorFinding.Ok(
                        Name,
                        $"'{path}' (schema {status.SchemaVersion}) holds {status.Articles} articles, {status.Undated} "
                            + $"undated, {status.Passages} passages{newest}."
                    );
            if (status is { EncoderMatches: false, Encoder: not null })
            {
                return
                [
                    holds,
                    DoctorFinding.Warn(
                        Name,
                        $"its vectors were made by {status.Encoder.Name}, not by the configured encoder.",
                        "Run 'index' to rebuild them."
                    ),
                ];
            }

            if (store.PgvectorVersion is { } version)
            {
                return [holds, DoctorFinding.Ok(Name, $"words and vectors are searched in the database (pgvector {version}).")];
            }

            long needed = SearchMemory.MegabytesFor(status.Passages * (long)(status.Encoder?.Dimensions ?? 0));
            return needed <= options.MemoryMegabytes
                ? [holds]
                :
                [
                    holds,
                    DoctorFinding.Warn(
                        Name,
                        $"its vectors do not fit into Storage:MemoryMegabytes = {options.MemoryMegabytes}, so questions "
                            + $"read them from the store.",
                        $"Raise it to {needed}."
                    ),
                ];
        }
        catch (StoreException exception)
        {
            return [DoctorFinding.Fail(Name, exception.Message, "Until then nothing can be indexed or answered.")];
        }
    }
}
