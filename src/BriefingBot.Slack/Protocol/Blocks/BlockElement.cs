using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>What people use inside a block; only written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(FeedbackButtons), "feedback_buttons")]
[JsonDerivedType(typeof(PlainTextInput), "plain_text_input")]
internal abstract record BlockElement
{
    /// <summary>At most 255 characters, unique in its block.</summary>
    public string? ActionId { get; init; }
}
