namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The first answer to a click that opens a form.</summary>
internal sealed record ModalResponse
{
    public int Type { get; init; } = 9;

    public required ModalData Data { get; init; }
}
