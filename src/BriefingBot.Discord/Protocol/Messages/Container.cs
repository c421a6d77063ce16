namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A box around components; holds no other box.</summary>
/// <param name="Components">At least one.</param>
internal sealed record Container(IReadOnlyList<Component> Components) : Component
{
    public override int Type => 17;
}
