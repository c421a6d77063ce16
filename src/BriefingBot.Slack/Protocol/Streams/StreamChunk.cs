using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>A piece of a streamed message; only written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MarkdownTextChunk), "markdown_text")]
internal abstract record StreamChunk;
