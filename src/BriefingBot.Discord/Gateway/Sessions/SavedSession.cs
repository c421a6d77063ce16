namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>What it takes to take a session up again, kept over a restart.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="ResumeUrl">Where it is taken up.</param>
/// <param name="Sequence">The last event that was dealt with.</param>
/// <param name="Token">The end of a hash of the token: another bot's session is of no use.</param>
internal sealed record SavedSession(string SessionId, string ResumeUrl, long Sequence, string Token);
