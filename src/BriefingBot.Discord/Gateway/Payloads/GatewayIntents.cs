namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>
/// What the bot wants to hear: servers, messages in them, direct messages; the words of every message only when asked for. Thread-safe.
/// </summary>
internal sealed class GatewayIntents(bool messageContent)
{
    /// <summary>Needs no privilege: mentions, replies and direct messages come with their words anyway.</summary>
    public const int Default = Guilds | GuildMessages | DirectMessages;

    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;

    private int _mask = messageContent ? Default | MessageContent : Default;

    /// <summary>The bit set for Discord.</summary>
    public int Mask => Volatile.Read(ref _mask);

    /// <summary>The words of every message come along.</summary>
    public bool HasMessageContent => (Mask & MessageContent) != 0;

    /// <summary>Does without the words of every message; false when it did already.</summary>
    public bool GiveUpMessageContent() => Interlocked.Exchange(ref _mask, Default) != Default;
}
