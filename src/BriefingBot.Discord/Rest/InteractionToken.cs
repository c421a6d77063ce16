namespace BriefingBot.Discord.Rest;

/// <summary>What an interaction is answered by. The token is a secret and never logged.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="ApplicationId">The bot's application.</param>
/// <param name="Token">Good for three seconds, and for fifteen minutes once deferred.</param>
internal sealed record InteractionToken(Snowflake Id, Snowflake ApplicationId, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"interaction {Id}";
}
