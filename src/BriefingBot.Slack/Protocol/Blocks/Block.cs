using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A block of a message, of a home tab or of a modal; only written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(MarkdownBlock), "markdown")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(ContextActionsBlock), "context_actions")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record Block
{
    /// <summary>At most 255 characters, unique in its message; Slack makes one when it is null.</summary>
    public string? BlockId { get; init; }
}
