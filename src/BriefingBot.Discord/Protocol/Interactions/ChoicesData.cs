namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The choices; names and values have 1 to 100 characters.</summary>
internal sealed record ChoicesData(IReadOnlyList<CommandChoice> Choices);
