namespace BriefingBot.Core.Chat.Replicas;

/// <summary>A process that runs the bot on the store.</summary>
/// <param name="Owner">Its name in claims and leases.</param>
/// <param name="Machine">Where it runs.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Started">Since when (UTC).</param>
/// <param name="Seen">When it last said that it runs (UTC).</param>
public sealed record Replica(string Owner, string Machine, string Version, DateTimeOffset Started, DateTimeOffset Seen);
