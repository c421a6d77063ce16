using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Conversations;

/// <summary>Times the stages of one turn and opens a span for each.</summary>
internal sealed class StageClock(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly Dictionary<string, TimeSpan> _elapsed = new(StringComparer.Ordinal);

    public TimeSpan Total => clock.GetElapsedTime(_started);

    public T Time<T>(string stage, Func<T> work)
    {
        using var span = Spans.Source.StartActivity(stage);
        long started = clock.GetTimestamp();
        T result = work();
        _elapsed[stage] = clock.GetElapsedTime(started);
        return result;
    }

    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        using var span = Spans.Source.StartActivity(stage);
        long started = clock.GetTimestamp();
        T result = await work();
        _elapsed[stage] = clock.GetElapsedTime(started);
        return result;
    }

    public StageTimings ToTimings(TimeSpan encoding) =>
        new(
            _elapsed[Spans.Question],
            encoding,
            _elapsed[Spans.Retrieval] - encoding,
            _elapsed[Spans.Composing] + _elapsed.GetValueOrDefault(Spans.Writing),
            _elapsed.GetValueOrDefault(Spans.Verifying),
            Total
        );

    /// <summary>The same for a request, which is looked up and drafted in one: all of it counts as retrieval.</summary>
    public StageTimings ToRequestTimings()
    {
        var total = Total;
        return new StageTimings(
            _elapsed[Spans.Question],
            TimeSpan.Zero,
            total - _elapsed[Spans.Question] - _elapsed[Spans.Verifying],
            TimeSpan.Zero,
            _elapsed[Spans.Verifying],
            total
        );
    }
}
