namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The first answer to an interaction.</summary>
internal sealed record InteractionResponse
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;

    public required int Type { get; init; }

    public InteractionResponseData? Data { get; init; }
}
