namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A line between two components.</summary>
internal sealed record Separator : Component
{
    public override int Type => 14;

    /// <summary>Whether the line is drawn; else there is room alone.</summary>
    public bool Divider { get; init; } = true;
}
