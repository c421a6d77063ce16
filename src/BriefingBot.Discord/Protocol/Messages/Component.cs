using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A component of a message that is sent. All but rows of buttons need <see cref="MessageFlags.ComponentsV2"/>.</summary>
[JsonDerivedType(typeof(ActionRow))]
[JsonDerivedType(typeof(Container))]
[JsonDerivedType(typeof(Separator))]
[JsonDerivedType(typeof(TextDisplay))]
internal abstract record Component
{
    /// <summary>Discord's number for what it is.</summary>
    public abstract int Type { get; }
}
