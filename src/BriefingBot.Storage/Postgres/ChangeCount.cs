namespace BriefingBot.Storage.Postgres;

/// <summary>
/// How often the coverage changed, as far as this process was told, and how much of it searches have followed. Thread-safe.
/// </summary>
internal sealed class ChangeCount
{
    private long _told = 1;
    private long _followed;

    /// <summary>Counts a change, or that one may have been missed.</summary>
    public void Tell() => Interlocked.Increment(ref _told);

    /// <summary>Was something told that is not followed yet?</summary>
    public bool IsAhead => Interlocked.Read(ref _told) != Interlocked.Read(ref _followed);

    /// <summary>How much was told until now.</summary>
    public long Told => Interlocked.Read(ref _told);

    /// <summary>So much of what was told is followed. One caller at a time.</summary>
    public void Follow(long told) => Interlocked.Exchange(ref _followed, told);
}
