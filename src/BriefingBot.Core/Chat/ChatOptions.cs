namespace BriefingBot.Core.Chat;

/// <summary>Section <c>Chat</c>: what holds on every chat platform.</summary>
public sealed class ChatOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Chat";

    /// <summary>How many questions are answered at once, 1 to 64; others wait their turn.</summary>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>How many of them may come from one channel, 1 to 64, so that the others are not kept waiting by a busy one.</summary>
    public int MaxPerChannel { get; set; } = 4;

    /// <summary>How many of them may come from one person, 1 to 64.</summary>
    public int MaxPerPerson { get; set; } = 2;

    /// <summary>
    /// How many replies are posted to one channel at once, 1 to 16; those of one conversation always one after the other.
    /// </summary>
    public int DeliveriesPerChannel { get; set; } = 4;

    /// <summary>Somebody with more open questions than this is told once that they are answered in turn, 1 to 1,000.</summary>
    public int FloodNotice { get; set; } = 10;

    /// <summary>How many questions may wait, 1 to 100,000; one that finds no room is taken up later from the journal.</summary>
    public int MaxWaiting { get; set; } = 1000;

    /// <summary>An answer that takes longer is given up with a short reply; seconds, 5 to 600.</summary>
    public int DeadlineSeconds { get; set; } = 60;

    /// <summary>How many earlier turns of a conversation a follow-up may lean on, 0 to 10.</summary>
    public int HistoryTurns { get; set; } = 10;

    /// <summary>After a restart unfinished questions are still answered when younger than this; minutes, 1 to 60.</summary>
    public int PickUpMinutes { get; set; } = 10;

    /// <summary>
    /// How long a process that died keeps others from its questions; seconds, 3 to 300. A running process renews its claims.
    /// </summary>
    public int ClaimSeconds { get; set; } = 15;

    /// <summary>
    /// How often a question is taken up, 1 to 10: after a crash, and with growing pauses while the platform does not accept the reply.
    /// </summary>
    public int Attempts { get; set; } = 5;

    /// <summary>
    /// The address under which people reach the web console, for links to the quoted passages: <c>https://briefing.example.org</c>, with a
    /// path if it lies below one. Null: links lead to the articles' own addresses.
    /// </summary>
    public string? PublicBaseUrl { get; set; }
}
