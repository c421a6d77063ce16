using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest;
using BriefingBot.TestServers.Discord.Rest.Forms;
using BriefingBot.TestServers.Discord.Rest.Routes;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>The first answer to an interaction: in time, once, and of a type that fits.</summary>
internal static class InteractionCallback
{
    public static RestResponse Handle(DiscordState state, RestRequest request)
    {
        if (
            !state.InteractionsByToken.TryGetValue(request.Text("interaction_token"), out FakeInteraction? interaction)
            || interaction.Id != request.Id("interaction_id")
        )
        {
            throw DiscordErrorException.UnknownInteraction();
        }

        if (interaction.Callback != CallbackType.None)
        {
            throw new DiscordErrorException(400, 40060, "Interaction has already been acknowledged.");
        }

        if (state.Now - interaction.CreatedAt > state.Options.InteractionDeadline)
        {
            state.Record.Counters.LateCallbacks++;
            throw DiscordErrorException.UnknownInteraction();
        }

        CallbackType type = ReadType(request.Form, interaction, state.Options.Strict);
        JsonObject data = request.Form["data"] as JsonObject ?? [];
        FakeMessage? message = type switch
        {
            CallbackType.Message => Answer(state, interaction, data),
            CallbackType.DeferredMessage => Defer(state, interaction, data),
            CallbackType.UpdateMessage => Update(state, interaction, data),
            CallbackType.DeferredUpdate => interaction.Target,
            _ => null,
        };
        Keep(state, interaction, type, data);
        interaction.Original = message;
        interaction.IsEphemeral = message?.IsEphemeral ?? false;
        interaction.Callback = type;
        interaction.AcknowledgedAt = state.Now;
        state.Changes.Raise();
        return request.Query("with_response") is "true" or "1"
            ? RestResponse.Ok(Response(state, interaction, type, message))
            : RestResponse.NoContent;
    }

    private static CallbackType ReadType(JsonObject form, FakeInteraction interaction, bool strict)
    {
        FormErrors errors = new();
        errors.Known("", form, strict, "type", "data");
        CallbackType type = (CallbackType)(form["type"].AsInt() ?? 0);
        bool fits = type switch
        {
            CallbackType.Message or CallbackType.DeferredMessage => interaction.Type != InteractionType.Autocomplete,
            CallbackType.DeferredUpdate or CallbackType.UpdateMessage => interaction
                is { Type: InteractionType.MessageComponent or InteractionType.ModalSubmit, Target: not null },
            CallbackType.AutocompleteResult => interaction.Type == InteractionType.Autocomplete,
            CallbackType.Modal => interaction.Type is InteractionType.ApplicationCommand or InteractionType.MessageComponent,
            _ => false,
        };
        if (!fits)
        {
            errors.Choice("type", "the types that fit this interaction");
        }

        errors.ThrowIfAny();
        return type;
    }

    private static FakeMessage Answer(DiscordState state, FakeInteraction interaction, JsonObject data)
    {
        MessageForm form = MessageFormRules.Read(data, MessageFormKind.Webhook, state.Options.Strict);
        return Post(state, interaction, form);
    }

    private static FakeMessage Defer(DiscordState state, FakeInteraction interaction, JsonObject data)
    {
        FormErrors errors = new();
        errors.Known("data", data, state.Options.Strict, "flags");
        MessageFlags flags = (MessageFlags)(data["flags"].AsInt() ?? 0);
        if ((flags & ~MessageFlags.Ephemeral) != MessageFlags.None)
        {
            errors.Choice("data.flags", "64");
        }

        errors.ThrowIfAny();
        return Post(state, interaction, new MessageForm { Flags = flags | MessageFlags.Loading });
    }

    private static FakeMessage Post(DiscordState state, FakeInteraction interaction, MessageForm form)
    {
        FakeMessage message = MessagePosting.Post(state, interaction.Channel, state.Application.Bot, form, interaction: interaction);
        state.Record.Posted(message);
        if (!message.IsEphemeral)
        {
            state.Gateway.DispatchMessage("MESSAGE_CREATE", message);
        }

        return message;
    }

    private static FakeMessage Update(DiscordState state, FakeInteraction interaction, JsonObject data)
    {
        FakeMessage message = interaction.Target!;
        MessagePosting.Edit(state, message, MessageFormRules.Read(data, MessageFormKind.Edit, state.Options.Strict, message));
        return message;
    }

    private static void Keep(DiscordState state, FakeInteraction interaction, CallbackType type, JsonObject data)
    {
        FormErrors errors = new();
        if (type == CallbackType.AutocompleteResult)
        {
            JsonArray choices = data["choices"] as JsonArray ?? [];
            if (choices.Count > 25)
            {
                errors.Add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
            }

            for (int index = 0; index < choices.Count; index++)
            {
                errors.Length($"data.choices.{index}.name", choices[index]?["name"], 1, 100);
            }

            interaction.Choices = choices.DeepClone().AsArray();
        }
        else if (type == CallbackType.Modal)
        {
            errors.Known("data", data, state.Options.Strict, "custom_id", "title", "components");
            errors.Length("data.custom_id", data["custom_id"], 1, 100);
            errors.Length("data.title", data["title"], 1, 45);
            interaction.Modal = data.DeepClone().AsObject();
        }

        errors.ThrowIfAny();
    }

    private static JsonObject Response(DiscordState state, FakeInteraction interaction, CallbackType type, FakeMessage? message)
    {
        JsonObject json = new()
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = interaction.Id.ToString(),
                ["type"] = (int)interaction.Type,
                ["response_message_id"] = message?.Id.ToString(),
                ["response_message_loading"] = message?.IsLoading,
                ["response_message_ephemeral"] = message?.IsEphemeral,
                ["channel_id"] = interaction.Channel.Id.ToString(),
                ["guild_id"] = interaction.Channel.Guild?.Id.ToString(),
            },
        };
        foreach (
            string name in json["interaction"]!
                .AsObject()
                .Where(static field => field.Value is null)
                .Select(static field => field.Key)
                .ToArray()
        )
        {
            json["interaction"]!.AsObject().Remove(name);
        }

        if (message is not null && type is CallbackType.Message or CallbackType.UpdateMessage)
        {
            json["resource"] = new JsonObject { ["type"] = (int)type, ["message"] = InteractionRoutes.Json(state, message) };
        }

        return json;
    }
}
