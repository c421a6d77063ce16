using System.Globalization;

namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>Permission bits.</summary>
internal static class Permissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What the invitation asks for: 309237713920.</summary>
    public const ulong Invitation = ViewChannel | SendMessages | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads;

    /// <summary>Reads a decimal bit set; nothing for anything else.</summary>
    public static ulong Parse(string? bits) =>
        ulong.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value : 0;

    /// <summary>The names of the invitation's bits that a set lacks; an administrator lacks none.</summary>
    public static IReadOnlyList<string> MissingFrom(ulong granted) =>
        (granted & Administrator) != 0 ? [] : [.. Names.Where(name => (granted & name.Bit) == 0).Select(name => name.Name)];

    private static readonly (ulong Bit, string Name)[] Names =
    [
        (ViewChannel, "View Channels"),
        (SendMessages, "Send Messages"),
        (ReadMessageHistory, "Read Message History"),
        (CreatePublicThreads, "Create Public Threads"),
        (SendMessagesInThreads, "Send Messages in Threads"),
    ];
}
