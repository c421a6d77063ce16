using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>What every <see cref="IModelUsageLog"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class ModelUsageLogConformance
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<IModelUsageLog> OpenAsync();

    [Fact]
    public async Task Answers_and_tokens_of_a_day_add_up_for_each_asker_and_for_all()
    {
        var log = await OpenAsync();
        await log.RecordAsync(Entry(Noon, "slack:T:ada", ModelPurpose.Answer), Ct);
        await log.RecordAsync(Entry(Noon, "slack:T:ada", ModelPurpose.StandaloneQuestion), Ct);
        await log.RecordAsync(Entry(Noon, "slack:T:bob", ModelPurpose.Answer), Ct);
        await log.RecordAsync(Entry(Noon, null, ModelPurpose.Answer), Ct);

        var other = await OpenAsync();
        Assert.Equal(new ModelUsageTotal(1, 220), await other.SumAsync(new DateOnly(2026, 3, 1), "slack:T:ada", Ct));
        Assert.Equal(new ModelUsageTotal(3, 440), await other.SumAsync(new DateOnly(2026, 3, 1), null, Ct));
    }

    [Fact]
    public async Task A_day_ends_at_midnight_utc_wherever_the_time_was_taken()
    {
        var log = await OpenAsync();
        await log.RecordAsync(Entry(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(2)), "a", ModelPurpose.Answer), Ct);

        Assert.Equal(1, (await log.SumAsync(new DateOnly(2026, 3, 1), "a", Ct)).Answers);
        Assert.Equal(default, await log.SumAsync(new DateOnly(2026, 3, 2), "a", Ct));
    }

    private static ModelUsageEntry Entry(DateTimeOffset when, string? asker, ModelPurpose purpose) =>
        new(
            when,
            asker,
            purpose,
            new ModelUse("openai", "a-model", "answer@1", 100, 10, 0.5m, TimeSpan.FromSeconds(1)),
            ModelFallback.None
        );
}
