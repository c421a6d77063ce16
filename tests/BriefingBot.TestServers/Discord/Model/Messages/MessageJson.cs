using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>The message object of the API; what the reader may not see of the content is left empty.</summary>
internal static class MessageJson
{
    public static JsonObject Write(FakeMessage message, MessageVisibility visibility, bool withReference = true)
    {
        bool visible = visibility.CanRead(message);
        JsonObject json = new()
        {
            ["id"] = message.Id.ToString(),
            ["type"] = (int)message.Type,
            ["channel_id"] = message.Channel.Id.ToString(),
            ["author"] = message.Author.ToJson(),
            ["content"] = visible ? message.Content : "",
            ["timestamp"] = Timestamps.Write(message.CreatedAt),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Timestamps.Write(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = message.MentionEveryone,
            ["mentions"] = new JsonArray([.. message.Mentions.Select(static user => (JsonNode)user.ToJson())]),
            ["mention_roles"] = new JsonArray([.. message.MentionRoles.Select(static role => (JsonNode)role.Id.ToString())]),
            ["attachments"] = new JsonArray(),
            ["embeds"] = visible ? MessageParts.Embeds(message.Embeds) : new JsonArray(),
            ["components"] = visible ? MessageParts.Components(message.Components) : new JsonArray(),
            ["pinned"] = false,
            ["flags"] = (int)message.Flags,
        };
        if (message.Nonce is { } nonce)
        {
            json["nonce"] = nonce;
        }

        if (message.WebhookId is { } webhook)
        {
            json["webhook_id"] = webhook.ToString();
        }

        if (message.Interaction is { } interaction)
        {
            json["application_id"] = interaction.ApplicationId.ToString();
            json["webhook_id"] = interaction.ApplicationId.ToString();
            json["interaction_metadata"] = interaction.MetadataJson();
        }

        if (message.Thread is { } thread)
        {
            json["thread"] = thread.ToJson();
        }

        AddReactions(json, message, visibility.Reader);
        if (message.ReferenceId is { } reference && (message.Type == MessageType.Reply))
        {
            json["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["channel_id"] = message.Channel.Id.ToString(),
                ["message_id"] = reference.ToString(),
                ["guild_id"] = message.Channel.Guild?.Id.ToString(),
            };
            if (message.Channel.Guild is null)
            {
                json["message_reference"]!.AsObject().Remove("guild_id");
            }

            if (withReference)
            {
                json["referenced_message"] = message.Referenced is { IsDeleted: false } referenced
                    ? Write(referenced, visibility, withReference: false)
                    : null;
            }
        }

        return json;
    }

    /// <summary>The gateway's form: with guild, member and channel type.</summary>
    public static JsonObject WriteEvent(FakeMessage message, MessageVisibility visibility)
    {
        JsonObject json = Write(message, visibility);
        json["channel_type"] = (int)message.Channel.Type;
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id.ToString();
            if (message.WebhookId is null)
            {
                json["member"] = guild.MemberOf(message.Author).ToJson(withUser: false);
            }
        }

        return json;
    }

    private static void AddReactions(JsonObject json, FakeMessage message, FakeUser reader)
    {
        if (message.Reactions.IsEmpty)
        {
            return;
        }

        json["reactions"] = new JsonArray([
            .. message
                .Reactions.GroupBy(static reaction => reaction.Emoji, StringComparer.Ordinal)
                .Select(group =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["count"] = group.Count(),
                            ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = group.Count() },
                            ["burst_colors"] = new JsonArray(),
                            ["me"] = group.Any(reaction => reaction.User == reader),
                            ["me_burst"] = false,
                            ["emoji"] = new JsonObject { ["id"] = null, ["name"] = group.Key },
                        }
                ),
        ]);
    }
}
