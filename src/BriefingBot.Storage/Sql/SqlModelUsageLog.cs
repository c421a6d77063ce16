using System.Globalization;
using BriefingBot.Core.Answering.Models;

namespace BriefingBot.Storage.Sql;

/// <summary>The uses of the language model in the store's file.</summary>
public sealed class SqlModelUsageLog(SqlCoverageStore store) : IModelUsageLog
{
    /// <inheritdoc/>
    public Task RecordAsync(ModelUsageEntry entry, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    INSERT INTO model_use (at, day, asker, purpose, provider, model, prompt, input_tokens, output_tokens, cost, milliseconds, fallback)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                    """,
                    entry.When.ToUnixTimeMilliseconds(),
                    DateOnly.FromDateTime(entry.When.UtcDateTime).DayNumber,
                    entry.Asker,
                    (int)entry.Purpose,
                    entry.Use.Provider,
                    entry.Use.Model,
                    entry.Use.Prompt,
                    entry.Use.InputTokens,
                    entry.Use.OutputTokens,
                    entry.Use.Cost?.ToString(CultureInfo.InvariantCulture),
                    (long)entry.Use.Duration.TotalMilliseconds,
                    (int)entry.Fallback
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ModelUsageTotal> SumAsync(DateOnly day, string? asker, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s =>
            {
                using var row = s.Prepare(
                        """
                        SELECT count(*) FILTER (WHERE purpose = $3), CAST(coalesce(sum(input_tokens + output_tokens), 0) AS bigint)
                        FROM model_use WHERE day = $1 AND (CAST($2 AS text) IS NULL OR asker = $2)
                        """,
                        day.DayNumber,
                        asker,
                        (int)ModelPurpose.Answer
                    )
                    .ExecuteReader();
                return row.Read() ? new ModelUsageTotal(row.GetInt32(0), row.GetInt64(1)) : default;
            },
            cancellationToken
        );
}
