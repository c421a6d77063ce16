namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>One of the values that an option takes.</summary>
internal sealed record CommandChoice(string Name, string Value);
