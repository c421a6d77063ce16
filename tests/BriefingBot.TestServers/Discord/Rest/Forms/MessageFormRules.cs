using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Fields, lengths and flags of a message body.</summary>
internal static class MessageFormRules
{
    // The official client sends the same fields to every place, also where one means nothing.
    private static readonly string[] Fields =
    [
        "content",
        "embeds",
        "flags",
        "allowed_mentions",
        "components",
        "attachments",
        "nonce",
        "enforce_nonce",
        "tts",
        "message_reference",
        "sticker_ids",
        "poll",
        "username",
        "avatar_url",
        "thread_name",
        "applied_tags",
    ];

    /// <param name="form">The body.</param>
    /// <param name="kind">Where it was sent.</param>
    /// <param name="strict">Whether unknown fields are refused.</param>
    /// <param name="edited">The message that is changed, for edits.</param>
    public static MessageForm Read(JsonObject form, MessageFormKind kind, bool strict, FakeMessage? edited = null)
    {
        FormErrors errors = new();
        errors.Known("", form, strict, Fields);
        if (form["content"] is not null)
        {
            errors.Length("content", form["content"], 0, 2000);
        }

        JsonArray? embeds = ArrayOf(errors, form, "embeds");
        JsonArray? components = ArrayOf(errors, form, "components");
        MessageFlags? flags = ReadFlags(errors, form, kind);
        bool wasV2 = edited?.Flags.HasFlag(MessageFlags.IsComponentsV2) == true;

        // An edit with other flags is read as one of a legacy message, which a message of components can never be again.
        bool isV2 = flags?.HasFlag(MessageFlags.IsComponentsV2) ?? wasV2;
        if (embeds is not null)
        {
            EmbedRules.Check(errors, embeds, strict);
        }

        if (components is not null)
        {
            ComponentRules.Check(errors, components, isV2, strict);
        }

        if (isV2 || wasV2)
        {
            RefuseLegacy(errors, form, wasV2 ? null : edited);
        }

        JsonObject? mentions = form["allowed_mentions"] as JsonObject;
        if (form["allowed_mentions"] is not null)
        {
            AllowedMentionsRules.Check(errors, mentions, strict);
        }

        (ulong? reference, bool failIfNotExists) = ReadReference(errors, form, strict);
        string? nonce = ReadNonce(errors, form);
        errors.ThrowIfAny();

        MessageForm read = new()
        {
            Content = form.ContainsKey("content") ? form["content"].AsString()?.Trim() ?? "" : null,
            Embeds = embeds ?? (form.ContainsKey("embeds") ? [] : null),
            Components = components ?? (form.ContainsKey("components") ? [] : null),
            Flags = flags,
            AllowedMentions = mentions?.DeepClone().AsObject(),
            ReferenceId = reference,
            FailIfNotExists = failIfNotExists,
            Nonce = nonce,
            EnforceNonce = form["enforce_nonce"].AsBool() == true,
        };
        RefuseEmpty(read, edited);
        return read;
    }

    /// <summary>
    /// Beside components nothing else may stand; what a message had before an edit makes it one of components has to be emptied by that
    /// edit.
    /// </summary>
    private static void RefuseLegacy(FormErrors errors, JsonObject form, FakeMessage? before)
    {
        bool hasContent = form.ContainsKey("content") ? form["content"].AsString() is { Length: > 0 } : before?.Content is { Length: > 0 };
        bool hasEmbeds = form.ContainsKey("embeds") ? form["embeds"] is JsonArray { Count: > 0 } : before?.Embeds is { Count: > 0 };
        foreach (
            (string field, bool isUsed) in (ReadOnlySpan<(string, bool)>)
                [
                    ("content", hasContent),
                    ("embeds", hasEmbeds),
                    ("poll", form["poll"] is not null),
                    ("sticker_ids", form["sticker_ids"] is JsonArray { Count: > 0 }),
                ]
        )
        {
            if (isUsed)
            {
                errors.Add(
                    field,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                );
            }
        }
    }

    private static void RefuseEmpty(MessageForm form, FakeMessage? edited)
    {
        string content = form.Content ?? edited?.Content ?? "";
        JsonArray embeds = form.Embeds ?? edited?.Embeds ?? [];
        JsonArray components = form.Components ?? edited?.Components ?? [];
        bool isV2 = ((form.Flags ?? MessageFlags.None) | (edited?.Flags ?? MessageFlags.None)).HasFlag(MessageFlags.IsComponentsV2);
        if (isV2 ? components.Count == 0 : content.Length == 0 && embeds.Count == 0 && components.Count == 0)
        {
            throw new DiscordErrorException(400, 50006, "Cannot send an empty message");
        }
    }

    private static JsonArray? ArrayOf(FormErrors errors, JsonObject form, string name)
    {
        if (form[name] is not null and not JsonArray)
        {
            errors.WrongType(name, "list");
        }

        return (form[name] as JsonArray)?.DeepClone().AsArray();
    }

    private static MessageFlags? ReadFlags(FormErrors errors, JsonObject form, MessageFormKind kind)
    {
        if (form["flags"] is not { } node)
        {
            return null;
        }

        MessageFlags allowed =
            MessageFlags.SuppressEmbeds
            | MessageFlags.IsComponentsV2
            | kind switch
            {
                MessageFormKind.Create => MessageFlags.SuppressNotifications,
                MessageFormKind.Edit => MessageFlags.HasThread,
                _ => MessageFlags.Ephemeral | MessageFlags.SuppressNotifications,
            };
        MessageFlags flags = (MessageFlags)(node.AsInt() ?? -1);
        if ((flags & ~allowed) != MessageFlags.None)
        {
            errors.Add("flags", "BASE_TYPE_CHOICES", $"Only these flags can be set here: {allowed}.");
        }

        return flags;
    }

    private static (ulong? Id, bool FailIfNotExists) ReadReference(FormErrors errors, JsonObject form, bool strict)
    {
        if (form["message_reference"] is not { } node)
        {
            return (null, true);
        }

        if (node is not JsonObject reference || reference["message_id"].AsSnowflake() is not { } id)
        {
            errors.Required("message_reference.message_id");
            return (null, true);
        }

        errors.Known("message_reference", reference, strict, "type", "message_id", "channel_id", "guild_id", "fail_if_not_exists");
        return (id, reference["fail_if_not_exists"].AsBool() ?? true);
    }

    private static string? ReadNonce(FormErrors errors, JsonObject form)
    {
        string? nonce = form["nonce"]?.GetValueKind() == JsonValueKind.Number ? form["nonce"]!.ToJsonString() : form["nonce"].AsString();
        if (nonce?.Length > 25)
        {
            errors.Add("nonce", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }

        return nonce;
    }
}
