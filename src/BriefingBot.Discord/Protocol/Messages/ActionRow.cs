namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A row of at most five buttons.</summary>
internal sealed record ActionRow : Component
{
    public override int Type => 1;

    public IReadOnlyList<Button> Components { get; init; } = [];
}
