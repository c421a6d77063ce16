using System.Reflection;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BriefingBot.Core.Tests.Conversations;

public sealed class GapRecorderTests
{
    private static readonly Question Question = new("Who?", "Who opened the harbour?", new DateOnly(2024, 5, 3), null);

    [Fact]
    public async Task A_store_that_cannot_be_written_costs_the_gap_and_not_the_answer()
    {
        var store = FailingStore.With(new StoreException("The disk is full."));
        Assert.Null(
            await Record.ExceptionAsync(() =>
                Recorder(store).RecordAsync(Question, null, isPrivate: false, TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Any_other_failure_is_not_hidden()
    {
        var store = FailingStore.With(new InvalidOperationException("a mistake"));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Recorder(store).RecordAsync(Question, null, isPrivate: false, TestContext.Current.CancellationToken)
        );
    }

    private static GapRecorder Recorder(ICoverageStore store) => new(store, TimeProvider.System, NullLogger<GapRecorder>.Instance);

    /// <summary>Fails at whatever is asked of it.</summary>
    public class FailingStore : DispatchProxy
    {
        private Exception _failure = null!;

        public static ICoverageStore With(Exception failure)
        {
            var store = Create<ICoverageStore, FailingStore>();
            ((FailingStore)store)._failure = failure;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw _failure;
    }
}
