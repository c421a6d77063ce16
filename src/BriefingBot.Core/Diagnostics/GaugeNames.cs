namespace BriefingBot.Core.Diagnostics;

/// <summary>The names of what the host measures at intervals.</summary>
public static class GaugeNames
{
    /// <summary>Questions of chats that wait for an answer.</summary>
    public const string ChatQuestionsWaiting = "briefingbot.chat.questions.waiting";

    /// <summary>Answers that wait to be delivered.</summary>
    public const string ChatDeliveriesWaiting = "briefingbot.chat.deliveries.waiting";

    /// <summary>1 while a platform is connected.</summary>
    public const string ChatPlatformConnected = "briefingbot.chat.platform.connected";

    /// <summary>Current articles.</summary>
    public const string StoreArticles = "briefingbot.store.articles";

    /// <summary>Current passages.</summary>
    public const string StorePassages = "briefingbot.store.passages";

    /// <summary>The store on the disk.</summary>
    public const string StoreSize = "briefingbot.store.size";

    /// <summary>Sources whose check is due.</summary>
    public const string SourcesDue = "briefingbot.sources.due";

    /// <summary>Sources whose last check failed.</summary>
    public const string SourcesFailing = "briefingbot.sources.failing";

    /// <summary>1 while an index run is going on, in whichever process.</summary>
    public const string IndexRunning = "briefingbot.index.running";

    /// <summary>1 while this process holds the lease.</summary>
    public const string LeaseHeld = "briefingbot.lease.held";
}
