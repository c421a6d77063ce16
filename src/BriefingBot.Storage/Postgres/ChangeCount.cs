namespace BriefingBot.Storage.Postgres;

/// <summary>How often the coverage changed, as far as this process was told, and how much of it searches have followed. Thread-safe.</summary>
internal sealed class ChangeCount
{
    private long _told = 1;
    private long _followed;

    /// <summary>Counts a change, or that one may have been missed.</summary>
    public void Tell() => Interlocked.Increment(ref _told);

    /// <summary>Was something told that is not followed yet?</summary>
    public bool IsAhead => Interlocked.Read(ref _told) != Interlocked.Read(ref _followed);

    /// <summary>All that was told until now is followed.</summary>
    public void Follow() => Interlocked.Exchange(ref _followed, Interlocked.Read(ref _told));
}
