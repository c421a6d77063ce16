using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>What each operation of a client leads to, with the close codes of Discord's table.</summary>
internal static class GatewayProtocol
{
    public static void Handle(DiscordState state, GatewayConnection connection, JsonObject payload)
    {
        JsonNode? data = payload["d"];
        switch ((GatewayOpcode)(payload["op"].AsInt() ?? -1))
        {
            case GatewayOpcode.Heartbeat:
                Heartbeat(state, connection, data);
                break;
            case GatewayOpcode.Identify when connection.IsAuthenticated:
            case GatewayOpcode.Resume when connection.IsAuthenticated:
                connection.Close(GatewayCloseCode.AlreadyAuthenticated, "Already authenticated.");
                break;
            case GatewayOpcode.Identify:
                IdentifyRules.Handle(state, connection, data as JsonObject);
                break;
            case GatewayOpcode.Resume:
                Resume(state, connection, data as JsonObject);
                break;
            case GatewayOpcode.PresenceUpdate
            or GatewayOpcode.VoiceStateUpdate
            or GatewayOpcode.RequestGuildMembers when !connection.IsAuthenticated:
                connection.Close(GatewayCloseCode.NotAuthenticated, "Not authenticated.");
                break;
            case GatewayOpcode.PresenceUpdate:
                SetPresence(state, connection, data as JsonObject);
                break;
            case GatewayOpcode.VoiceStateUpdate or GatewayOpcode.RequestGuildMembers:
                break;
            default:
                connection.Close(GatewayCloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    /// <summary>A presence as identify and op 3 carry it; null when it is well-formed, else what is wrong.</summary>
    public static string? PresenceError(JsonObject? presence)
    {
        if (presence is null || presence["status"].AsString() is not ("online" or "dnd" or "idle" or "invisible" or "offline"))
        {
            return "status";
        }

        if (presence["activities"] is not JsonArray activities)
        {
            return "activities";
        }

        return activities.All(static activity =>
            activity?["name"].AsString() is { Length: > 0 and <= 128 }
            && activity["type"].AsInt() is { } type
            && (type != 4 || activity["state"].AsString() is { Length: > 0 and <= 128 })
        )
            ? null
            : "activities";
    }

    private static void Heartbeat(DiscordState state, GatewayConnection connection, JsonNode? data)
    {
        state.Record.Counters.Heartbeats++;
        connection.HeartbeatSeen();
        if (data is not null && data.AsInt() is null)
        {
            connection.Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
            return;
        }

        if (connection.Session is { } session && data.AsInt() > session.Sequence)
        {
            state.Record.Violate($"A heartbeat carried sequence {data} but the session is at {session.Sequence}.");
        }

        if (!connection.SilencesAcks)
        {
            connection.Send(GatewayOpcode.HeartbeatAck, null);
        }

        state.Changes.Raise();
    }

    private static void Resume(DiscordState state, GatewayConnection connection, JsonObject? data)
    {
        if (
            data?["session_id"].AsString() is not { } id
            || data["seq"].AsInt() is not { } sequence
            || data["token"].AsString() is not { } token
        )
        {
            connection.Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
            return;
        }

        if (token != state.Gateway.Token || state.Gateway.IsTokenVoid)
        {
            connection.Close(GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
            return;
        }

        if (connection is { IsResumeAddress: false, WasInvalidated: false })
        {
            state.Record.Violate("A session was resumed at the address for new sessions instead of resume_gateway_url.");
        }

        if (state.Gateway.FindResumable(id) is not { } session)
        {
            state.Record.Counters.FailedResumes++;
            connection.InvalidateSession(resumable: false);
            return;
        }

        if (sequence > session.Sequence || sequence < 0)
        {
            state.Gateway.Remove(session);
            connection.Close(GatewayCloseCode.InvalidSequence, "Invalid seq.");
            return;
        }

        session.Connection?.Close(GatewayCloseCode.UnknownError, "The session was resumed on another connection.");
        connection.Carry(session);
        session.Resumes++;
        state.Record.Counters.Resumes++;
        session.ReplayAfter(sequence);
        session.Send("RESUMED", []);
        state.Changes.Raise();
    }

    private static void SetPresence(DiscordState state, GatewayConnection connection, JsonObject? data)
    {
        if (PresenceError(data) is not null)
        {
            connection.Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
            return;
        }

        if (connection.Session is { } session)
        {
            session.Presence = data!.DeepClone().AsObject();
        }

        state.Record.Counters.PresenceUpdates++;
        state.Changes.Raise();
    }
}
