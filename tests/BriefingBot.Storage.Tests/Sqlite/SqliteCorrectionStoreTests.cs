using BriefingBot.Storage.Sql;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteCorrectionStoreTests : CorrectionStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<SqlCoverageStore> OpenAsync() => await _factory.OpenAsync(Ct);

    [Fact]
    public async Task No_table_is_read_from_end_to_end_for_what_changed()
    {
        await OpenAsync();
        await using SqliteConnection connection = new($"Data Source={_factory.Path};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {SqlCorrectionStore.Changed}";
        for (int parameter = 1; parameter <= 3; parameter++)
        {
            command.Parameters.AddWithValue($"${parameter}", 1);
        }

        List<string> steps = [];
        await using var row = await command.ExecuteReaderAsync(Ct);
        while (await row.ReadAsync(Ct))
        {
            steps.Add(row.GetString(3));
        }

        string plan = string.Join('\n', steps);
        Assert.Contains("article_by_change (changed>?)", plan, StringComparison.Ordinal);
        Assert.Contains("answer_citation_by_article (article=?)", plan, StringComparison.Ordinal);
        Assert.Contains("(answer>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(
            steps,
            static step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.StartsWith("SCAN l", StringComparison.Ordinal)
        );
    }
}
