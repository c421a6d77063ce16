using System.Diagnostics;
using BriefingBot.Benchmarks.Chat.Load;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>A platform on which one channel can be limited while people ask in ten others, directly and by command.</summary>
internal abstract class LimitedRoom
{
    /// <summary>The channels that are not limited; the one behind them can be.</summary>
    public const int Elsewhere = 10;

    /// <summary>People, each with two questions of every round.</summary>
    public const int People = 25;

    private const int Round = 50;

    /// <summary>How long an answer may take before the run is given up.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(8);

    /// <summary>Fifty questions at once, and how long each took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> AskElsewhereAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, Round)
                .Select(i =>
                    TimeAsync(
                        (i % (Elsewhere + 2)) switch
                        {
                            Elsewhere => AskDirectlyAsync(i % People, LoadQuestions.Of(i), cancellationToken),
                            Elsewhere + 1 => AskByCommandAsync(i % People, i % Elsewhere, LoadQuestions.Of(i), cancellationToken),
                            var channel => AskAsync(i % People, channel, LoadQuestions.Of(i), cancellationToken),
                        }
                    )
                )
        );

    /// <summary>One question in a channel, and how long it took.</summary>
    public Task<TimeSpan> AskOnceAsync(int channel, CancellationToken cancellationToken) =>
        TimeAsync(AskAsync(0, channel, LoadQuestions.Of(0), cancellationToken));

    /// <summary>Questions in the channel that can be limited.</summary>
    public IReadOnlyList<ChatQuestionId> AskInLimited(int count) =>
        [.. Enumerable.Range(0, count).Select(i => AskInLimited(i % People, LoadQuestions.Of(i)))];

    /// <summary>Every post in the channel is refused from now on, with so long to wait.</summary>
    public abstract void Limit(TimeSpan retryAfter);

    /// <summary>The channel takes posts again.</summary>
    public abstract void Lift();

    /// <summary>How many questions of the limited channel have an answer.</summary>
    public abstract int CountPosted();

    /// <summary>Waits until so many questions of the limited channel have an answer.</summary>
    public abstract Task WaitForPostedAsync(int count, CancellationToken cancellationToken);

    /// <summary>Waits until every question of the limited channel has its whole answer.</summary>
    public abstract Task WaitForLimitedAsync(CancellationToken cancellationToken);

    /// <summary>How many questions of the limited channel have no answer or more than one.</summary>
    public abstract int CountNotOnce();

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
