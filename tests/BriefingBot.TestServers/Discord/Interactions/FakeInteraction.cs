using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>Something that a user invoked, and what the bot answered.</summary>
public sealed class FakeInteraction
{
    internal FakeInteraction(
        ulong id,
        string token,
        InteractionType type,
        FakeUser user,
        FakeChannel channel,
        ulong applicationId,
        DateTimeOffset createdAt
    )
    {
        Id = id;
        Token = token;
        Type = type;
        User = user;
        Channel = channel;
        ApplicationId = applicationId;
        CreatedAt = createdAt;
    }

    public ulong Id { get; }

    public string Token { get; }

    public InteractionType Type { get; }

    public FakeUser User { get; }

    public FakeChannel Channel { get; }

    public ulong ApplicationId { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>The command's name, or the custom_id of a component or modal.</summary>
    public string Name { get; internal init; } = "";

    public CommandType? CommandType { get; internal init; }

    /// <summary>The message that a button belongs to, or that a message command was used on.</summary>
    public FakeMessage? Target { get; internal init; }

    /// <summary>False when no session could receive it: the user saw "did not respond".</summary>
    public bool IsDelivered { get; internal set; }

    /// <summary>The first callback; <see cref="CallbackType.None"/> before it.</summary>
    public CallbackType Callback { get; internal set; }

    public DateTimeOffset? AcknowledgedAt { get; internal set; }

    /// <summary>Fixed by the first callback.</summary>
    public bool IsEphemeral { get; internal set; }

    /// <summary>@original: the answer, or the message of the component after an update.</summary>
    public FakeMessage? Original { get; internal set; }

    public ImmutableArray<FakeMessage> FollowUps { get; internal set; } = [];

    /// <summary>The data of a modal the bot opened.</summary>
    public JsonObject? Modal { get; internal set; }

    /// <summary>The choices of an autocomplete answer.</summary>
    public JsonArray? Choices { get; internal set; }

    internal MessageType MessageType =>
        CommandType switch
        {
            Interactions.CommandType.ChatInput => MessageType.ChatInputCommand,
            null => MessageType.Reply,
            _ => MessageType.ContextMenuCommand,
        };

    internal JsonObject MetadataJson() =>
        new()
        {
            ["id"] = Id.ToString(),
            ["type"] = (int)Type,
            ["user"] = User.ToJson(),
            ["authorizing_integration_owners"] = IntegrationOwners(),
            ["name"] = Name,
        };

    internal JsonObject IntegrationOwners() =>
        Channel.IsBetweenPeople ? new() { ["1"] = User.Id.ToString() } : new() { ["0"] = Channel.Guild?.Id.ToString() ?? "0" };
}
