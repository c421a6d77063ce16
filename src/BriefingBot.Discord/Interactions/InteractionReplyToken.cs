using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// An interaction's token as the journal keeps it, so that the deferred message can be filled in by the next process too.
/// </summary>
internal static class InteractionReplyToken
{
    public static string Write(InteractionToken interaction) => $"{interaction.Id}/{interaction.ApplicationId}/{interaction.Token}";

    /// <summary>Reads it; null when there is none.</summary>
    public static InteractionToken? Read(string? text) =>
        text?.Split('/', 3) is [var id, var application, var token]
        && Snowflake.TryParse(id, out var interactionId)
        && Snowflake.TryParse(application, out var applicationId)
            ? new InteractionToken(interactionId, applicationId, token)
            : null;
}
