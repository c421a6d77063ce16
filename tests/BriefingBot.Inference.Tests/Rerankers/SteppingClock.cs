namespace BriefingBot.Inference.Tests.Rerankers;

/// <summary>A clock on which a second passes whenever somebody looks.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
}
