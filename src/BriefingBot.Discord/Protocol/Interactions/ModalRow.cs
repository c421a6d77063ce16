namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>A row of a form: one field. As it is sent, and as it comes back.</summary>
internal sealed record ModalRow
{
    public int Type { get; init; } = 1;

    public IReadOnlyList<TextField> Components
    {
        get;
        init => field = value ?? [];
    } = [];
}
