using System.Text.Json.Serialization;
using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.Protocol.Streams;
using BriefingBot.Slack.Protocol.Views;
using BriefingBot.Slack.SocketMode;

namespace BriefingBot.Slack.Protocol;

/// <summary>Reads and writes the records of the wire: snake case, nothing written for null, unknown fields skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ApiResult))]
[JsonSerializable(typeof(AuthTest))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(AnswerMark))]
[JsonSerializable(typeof(PostMessage))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(UpdateMessage))]
[JsonSerializable(typeof(PostEphemeral))]
[JsonSerializable(typeof(EphemeralResult))]
[JsonSerializable(typeof(MessageAddress))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(StartStream))]
[JsonSerializable(typeof(AppendStream))]
[JsonSerializable(typeof(StopStream))]
[JsonSerializable(typeof(ThreadStatus))]
[JsonSerializable(typeof(ThreadTitle))]
[JsonSerializable(typeof(SessionStatus))]
[JsonSerializable(typeof(SuggestedPrompts))]
[JsonSerializable(typeof(ChannelPage))]
[JsonSerializable(typeof(ChannelResult))]
[JsonSerializable(typeof(UserResult))]
[JsonSerializable(typeof(HomeArguments))]
[JsonSerializable(typeof(ModalArguments))]
[JsonSerializable(typeof(ConnectionResult))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>), TypeInfoPropertyName = "Fields")]
[JsonSerializable(typeof(SocketMessage))]
[JsonSerializable(typeof(EnvelopeAck))]
internal sealed partial class SlackJsonContext : JsonSerializerContext;
