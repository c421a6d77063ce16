using System.Text.Json.Serialization;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Protocol;

/// <summary>Reads and writes the records of the wire: snake case, nothing written for null, unknown fields skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>), TypeInfoPropertyName = "Messages")]
[JsonSerializable(typeof(DeletedMessages))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(IReadOnlyList<Guild>), TypeInfoPropertyName = "Guilds")]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(ThreadCreate))]
[JsonSerializable(typeof(DirectOpen))]
[JsonSerializable(typeof(IReadOnlyList<Snowflake>), TypeInfoPropertyName = "Ids")]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(ModalResponse))]
[JsonSerializable(typeof(ChoicesResponse))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>), TypeInfoPropertyName = "Commands")]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(SavedSession))]
[JsonSerializable(typeof(GatewayMessage))]
[JsonSerializable(typeof(IdentifyPayload))]
[JsonSerializable(typeof(ResumePayload))]
[JsonSerializable(typeof(HeartbeatPayload))]
[JsonSerializable(typeof(Hello))]
internal sealed partial class DiscordJsonContext : JsonSerializerContext;
