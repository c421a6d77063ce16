namespace BriefingBot.Core.Chat.Settings;

/// <summary>What another asks of whoever holds a lease.</summary>
public enum LeaseWish
{
    /// <summary>To go on.</summary>
    GoOn,

    /// <summary>To stand still until told to go on.</summary>
    Pause,

    /// <summary>To end and give the lease back.</summary>
    End,
}
