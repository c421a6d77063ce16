using System.Text.Json.Serialization;
using BriefingBot.Slack.Home;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Interactions.SlashCommands;
using BriefingBot.Slack.Messages;

namespace BriefingBot.Slack;

/// <summary>Reads what Slack brings: snake case, unknown fields skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(SessionStopped))]
[JsonSerializable(typeof(TokensRevoked))]
[JsonSerializable(typeof(HomeOpened))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(ThreadStarted))]
[JsonSerializable(typeof(SlashPayload))]
[JsonSerializable(typeof(InteractionPayload))]
internal sealed partial class InboundJsonContext : JsonSerializerContext;
