namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A row of at most five buttons.</summary>
internal sealed record ActionRow
{
    public int Type { get; init; } = 1;

    public IReadOnlyList<Button> Components { get; init => field = value ?? []; } = [];
}
