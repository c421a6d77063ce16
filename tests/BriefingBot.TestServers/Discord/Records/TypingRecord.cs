using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Records;

/// <summary>The bot showed that it is typing.</summary>
public sealed record TypingRecord(DateTimeOffset At, FakeChannel Channel);
