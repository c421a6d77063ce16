namespace BriefingBot.Core.Conversations;

/// <summary>How far a turn is; reported once the coverage was searched.</summary>
/// <param name="Passages">How many passages were found and are read now.</param>
public sealed record TurnProgress(int Passages);
