using System.Diagnostics;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>A platform on which one channel can be limited while people ask in ten others, directly and by command.</summary>
internal abstract class FairnessRun : IAsyncDisposable
{
    /// <summary>The channels that are not limited.</summary>
    protected const int Elsewhere = 10;

    /// <summary>People, each with two questions of every round.</summary>
    protected const int People = 25;

    private const int Round = 50;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an answer may take before the run is given up.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromMinutes(8);

    /// <summary>The services of the bot.</summary>
    protected abstract IServiceProvider Services { get; }

    /// <summary>Fifty questions at once, and how long each took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> AskElsewhereAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        Enumerable.Range(0, Round).Select(i => TimeAsync((i % (Elsewhere + 2)) switch
        {
            Elsewhere => AskDirectlyAsync(i % People, LoadQuestions.Of(i), cancellationToken),
            Elsewhere + 1 => AskByCommandAsync(i % People, i % Elsewhere, LoadQuestions.Of(i), cancellationToken),
            var channel => AskAsync(i % People, channel, LoadQuestions.Of(i), cancellationToken),
        })));

    /// <summary>Questions in the limited channel; done when all are answered and none can be posted.</summary>
    public async Task AskInLimitedAsync(int count, CancellationToken cancellationToken)
    {
        var conversations = Services.GetRequiredService<IConversationLog>();
        using PeriodicTimer timer = new(LookAgain);
        foreach (var question in Enumerable.Range(0, count).Select(i => AskInLimited(i % People, LoadQuestions.Of(i))).ToList())
        {
            while (await conversations.FindAnswerAsync(AnswerId.Of(question), cancellationToken) is null)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <summary>Every post in the channel is refused from now on, with so long to wait.</summary>
    public abstract void Limit(TimeSpan retryAfter);

    /// <summary>The channel takes posts again.</summary>
    public abstract void Lift();

    /// <summary>How many questions of the limited channel have an answer.</summary>
    public abstract int CountPosted();

    /// <summary>Waits until every question of the limited channel has its answer.</summary>
    /// <returns>How many of them have more than one.</returns>
    public abstract Task<int> WaitForLimitedAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    protected abstract Task AskAsync(int person, int channel, string question, CancellationToken cancellationToken);

    protected abstract Task AskDirectlyAsync(int person, string question, CancellationToken cancellationToken);

    protected abstract Task AskByCommandAsync(int person, int channel, string question, CancellationToken cancellationToken);

    protected abstract ChatQuestionId AskInLimited(int person, string question);

    private static async Task<TimeSpan> TimeAsync(Task asking)
    {
        long start = Stopwatch.GetTimestamp();
        await asking;
        return Stopwatch.GetElapsedTime(start);
    }
}
