namespace BriefingBot.Core.Chat.Turns;

/// <summary>What one channel or one person has of the work. Guarded by the lock of its <see cref="FairLanes{T}"/>.</summary>
internal sealed class FairShare
{
    /// <summary>Worked on now.</summary>
    public int Running { get; set; }

    /// <summary>Waiting or worked on; with none the share can be forgotten.</summary>
    public int Open { get; set; }

    /// <summary>When it was served last, as a count; 0 for never since it was idle.</summary>
    public long LastServed { get; set; }
}
