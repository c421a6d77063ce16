namespace BriefingBot.Discord.Gateway;

/// <summary>One connection as it turned out.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="IsGreeted">Hello came: there is a gateway at the address.</param>
/// <param name="IsEstablished">The session stood.</param>
internal sealed record ConnectionAttempt(ConnectionEnd End, bool IsGreeted, bool IsEstablished);
