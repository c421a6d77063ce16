using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>
/// Invokes what the bot registered or posted, as a user would. Throws <see cref="InvalidOperationException"/> for what Discord's client
/// would not offer the user at all. Safe to call from any thread.
/// </summary>
public sealed class InteractionDesk
{
    private readonly DiscordState _state;

    internal InteractionDesk(DiscordState state) => _state = state;

    /// <summary>
    /// A slash command. Options are strings, numbers or booleans by name; "sub" or "group sub" after the name picks a subcommand.
    /// </summary>
    /// <param name="user">Who types it.</param>
    /// <param name="channel">Where.</param>
    /// <param name="command">Name, with the subcommand after a space.</param>
    /// <param name="options">Values by option name.</param>
    /// <param name="ignoreCommandPermissions">As if a guild admin had opened the command for everybody; default_member_permissions is not
    /// looked at.</param>
    public FakeInteraction InvokeCommand(
        FakeUser user,
        FakeChannel channel,
        string command,
        IReadOnlyDictionary<string, object>? options = null,
        bool ignoreCommandPermissions = false
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        lock (_state.Gate)
        {
            string[] path = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            JsonObject registered = Registered(user, channel, path[0], CommandType.ChatInput, ignoreCommandPermissions);
            JsonObject data = CommandData(registered, channel);
            data["options"] = InvokedOptions.Write(
                registered,
                path.AsSpan(1),
                options ?? new Dictionary<string, object>(StringComparer.Ordinal)
            );
            FakeInteraction interaction = Create(InteractionType.ApplicationCommand, user, channel, path[0], CommandType.ChatInput);
            return Deliver(interaction, data);
        }
    }

    /// <summary>Types in an option that has autocomplete.</summary>
    public FakeInteraction Autocomplete(FakeUser user, FakeChannel channel, string command, string option, string text)
    {
        lock (_state.Gate)
        {
            JsonObject registered = Registered(user, channel, command, CommandType.ChatInput, ignoreCommandPermissions: false);
            JsonObject data = CommandData(registered, channel);
            data["options"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = option,
                    ["type"] = 3,
                    ["value"] = text,
                    ["focused"] = true,
                }
            );
            return Deliver(Create(InteractionType.Autocomplete, user, channel, command, CommandType.ChatInput), data);
        }
    }

    /// <summary>A command of a message's context menu ("Apps").</summary>
    public FakeInteraction InvokeMessageCommand(FakeUser user, FakeMessage target, string command, bool ignoreCommandPermissions = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        lock (_state.Gate)
        {
            JsonObject registered = Registered(user, target.Channel, command, CommandType.Message, ignoreCommandPermissions);
            JsonObject data = CommandData(registered, target.Channel);
            data["target_id"] = target.Id.ToString();

            // The target comes whole, with or without MESSAGE_CONTENT: the user handed it over.
            data["resolved"] = new JsonObject
            {
                ["messages"] = new JsonObject
                {
                    [target.Id.ToString()] = MessageJson.Write(target, new MessageVisibility(_state.Application.Bot, true)),
                },
            };
            return Deliver(Create(InteractionType.ApplicationCommand, user, target.Channel, command, CommandType.Message, target), data);
        }
    }

    /// <summary>Clicks a button that is on the message now.</summary>
    public FakeInteraction ClickButton(FakeUser user, FakeMessage message, string customId)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            JsonObject button = Component(message, customId);
            if (button["type"].AsInt() != (int)ComponentType.Button || button["disabled"].AsBool() == true)
            {
                throw new InvalidOperationException($"Component {customId} is no button that can be clicked.");
            }

            JsonObject data = new()
            {
                ["component_type"] = (int)ComponentType.Button,
                ["custom_id"] = customId,
                ["id"] = button["id"].AsInt() ?? 1,
            };
            return Deliver(Create(InteractionType.MessageComponent, user, message.Channel, customId, null, message), data);
        }
    }

    /// <summary>Picks options of a select that is on the message now.</summary>
    public FakeInteraction Select(FakeUser user, FakeMessage message, string customId, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            JsonObject data = new()
            {
                ["component_type"] = Component(message, customId)["type"]!.DeepClone(),
                ["custom_id"] = customId,
                ["id"] = 1,
                ["values"] = new JsonArray([.. values.Select(static value => (JsonNode)value)]),
            };
            return Deliver(Create(InteractionType.MessageComponent, user, message.Channel, customId, null, message), data);
        }
    }

    /// <summary>Sends in the modal that the bot opened in answer to an interaction. Values by custom_id of the text inputs.</summary>
    public FakeInteraction SubmitModal(FakeInteraction opened, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(opened);
        lock (_state.Gate)
        {
            string id = opened.Modal?["custom_id"].AsString() ?? throw new InvalidOperationException("The bot opened no modal.");
            JsonObject data = new()
            {
                ["custom_id"] = id,
                ["components"] = new JsonArray([
                    .. values.Select(static value =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["type"] = (int)ComponentType.ActionRow,
                                ["id"] = 1,
                                ["components"] = new JsonArray(
                                    new JsonObject
                                    {
                                        ["type"] = (int)ComponentType.TextInput,
                                        ["id"] = 2,
                                        ["custom_id"] = value.Key,
                                        ["value"] = value.Value,
                                    }
                                ),
                            }
                    ),
                ]),
            };
            return Deliver(Create(InteractionType.ModalSubmit, opened.User, opened.Channel, id, null, opened.Target), data);
        }
    }

    private JsonObject Registered(FakeUser user, FakeChannel channel, string name, CommandType type, bool ignoreCommandPermissions)
    {
        JsonObject command =
            _state.Commands.Find(name, type, channel.Guild?.Id)
            ?? throw new InvalidOperationException($"No command {name} of type {type} is registered.");
        int context = InteractionContext.Of(channel);
        if (command["contexts"] is JsonArray contexts && !contexts.Any(item => item.AsInt() == context))
        {
            throw new InvalidOperationException($"The command {name} is not offered in context {context}.");
        }

        if (channel.IsBetweenPeople && !(command["integration_types"] is JsonArray types && types.Any(static item => item.AsInt() == 1)))
        {
            throw new InvalidOperationException(
                $"The command {name} is not offered to those who installed the application for themselves."
            );
        }

        if (!ignoreCommandPermissions && channel.Guild is { } guild && command["default_member_permissions"].AsString() is { } needed)
        {
            Permissions bits = (Permissions)ulong.Parse(needed);
            Permissions granted = guild.PermissionsOf(user, channel);
            if (bits == Permissions.None ? !granted.HasFlag(Permissions.Administrator) : !granted.HasFlag(bits))
            {
                throw new InvalidOperationException(
                    $"Discord does not offer {name} to {user.Name}: default_member_permissions are {needed}."
                );
            }
        }

        return command;
    }

    private static JsonObject CommandData(JsonObject registered, FakeChannel channel)
    {
        JsonObject data = new()
        {
            ["id"] = registered["id"]!.DeepClone(),
            ["name"] = registered["name"]!.DeepClone(),
            ["type"] = registered["type"]!.DeepClone(),
        };
        if (registered["guild_id"] is not null)
        {
            data["guild_id"] = channel.Guild!.Id.ToString();
        }

        return data;
    }

    private static JsonObject Component(FakeMessage message, string customId) =>
        Descendants(message.Components).FirstOrDefault(component => component["custom_id"].AsString() == customId)
        ?? throw new InvalidOperationException($"Message {message.Id} has no component {customId} now.");

    private static IEnumerable<JsonObject> Descendants(JsonArray components) =>
        components
            .OfType<JsonObject>()
            .SelectMany(static component =>
                Descendants(component["components"] as JsonArray ?? [])
                    .Prepend(component)
                    .Concat(component["accessory"] is JsonObject accessory ? [accessory] : [])
            );

    private FakeInteraction Create(
        InteractionType type,
        FakeUser user,
        FakeChannel channel,
        string name,
        CommandType? commandType,
        FakeMessage? target = null
    )
    {
        FakeInteraction interaction = new(
            _state.Ids.Next(),
            $"token-{Guid.NewGuid():N}",
            type,
            user,
            channel,
            _state.Application.Id,
            _state.Now
        )
        {
            Name = name,
            CommandType = commandType,
            Target = target,
        };
        _state.InteractionsByToken[interaction.Token] = interaction;
        return interaction;
    }

    private FakeInteraction Deliver(FakeInteraction interaction, JsonObject data)
    {
        JsonObject payload = InteractionJson.Write(_state, interaction, data);
        interaction.IsDelivered = _state.Gateway.Dispatch(
            "INTERACTION_CREATE",
            interaction.Channel.Guild,
            Gateway.GatewayIntents.None,
            _ => payload.DeepClone().AsObject()
        );
        if (!interaction.IsDelivered)
        {
            _state.Record.Counters.UndeliveredEvents++;
        }

        return interaction;
    }
}
