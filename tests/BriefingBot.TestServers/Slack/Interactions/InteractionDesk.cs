using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>What people do with the bot besides writing. Safe to call from any thread.</summary>
public sealed class InteractionDesk
{
    private readonly SlackState _state;

    internal InteractionDesk(SlackState state) => _state = state;

    /// <summary>Types a slash command; in any channel, the bot need not be in it.</summary>
    /// <param name="user">Who types it.</param>
    /// <param name="channel">Where.</param>
    /// <param name="command">With the slash.</param>
    /// <param name="text">What stands after it.</param>
    public FakeInteraction Command(FakeUser user, FakeChannel channel, string command, string text = "")
    {
        lock (_state.Gate)
        {
            FakeInteraction interaction = Start(user, channel, null, "commands");
            JsonObject payload = InteractionPayload.Command(_state, interaction, command, TypedText.Escape(text));
            return Deliver(interaction, DeliveryKind.Command, payload, acceptsResponse: true, response => Answered(interaction, response));
        }
    }

    /// <summary>Chooses the app's shortcut in the menu of a message.</summary>
    public FakeInteraction MessageShortcut(FakeUser user, FakeMessage message, string callbackId)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            FakeInteraction interaction = Start(user, message.Channel, message, "app");
            return Deliver(interaction, DeliveryKind.Interaction, InteractionPayload.MessageShortcut(_state, interaction, callbackId));
        }
    }

    /// <summary>Chooses the app's shortcut in the search or in the composer.</summary>
    public FakeInteraction GlobalShortcut(FakeUser user, string callbackId)
    {
        lock (_state.Gate)
        {
            FakeInteraction interaction = new(user, null, null, _state.Triggers.New(user));
            return Deliver(interaction, DeliveryKind.Interaction, InteractionPayload.GlobalShortcut(_state, interaction, callbackId));
        }
    }

    /// <summary>Clicks a button under a message, also an ephemeral one.</summary>
    /// <param name="user">Who clicks.</param>
    /// <param name="message">A message of the bot.</param>
    /// <param name="actionId">The button's action_id.</param>
    /// <param name="value">Tells buttons with the same action apart; null for the first.</param>
    public FakeInteraction Click(FakeUser user, FakeMessage message, string actionId, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            return ClickOn(user, message, BlockAction.Button(_state, message.Blocks, actionId, value));
        }
    }

    /// <summary>Clicks one of the feedback buttons under a message.</summary>
    public FakeInteraction GiveFeedback(FakeUser user, FakeMessage message, bool isPositive)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_state.Gate)
        {
            return ClickOn(user, message, BlockAction.Feedback(_state, message.Blocks, isPositive));
        }
    }

    /// <summary>Clicks a button in a home tab or a modal.</summary>
    public FakeInteraction Click(FakeUser user, PublishedView view, string actionId, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (_state.Gate)
        {
            FakeInteraction interaction = new(user, null, null, _state.Triggers.New(user));
            JsonObject action = BlockAction.Button(_state, (JsonArray)view.View["blocks"]!, actionId, value);
            return Deliver(interaction, DeliveryKind.Interaction, InteractionPayload.ViewAction(_state, interaction, view, action));
        }
    }

    /// <summary>Submits a modal.</summary>
    /// <param name="user">Whose modal it is.</param>
    /// <param name="view">As it stands.</param>
    /// <param name="values">state.values: by block_id and action_id; null when nothing was filled in.</param>
    public FakeInteraction Submit(FakeUser user, PublishedView view, JsonObject? values = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (_state.Gate)
        {
            FakeInteraction interaction = new(user, null, null, _state.Triggers.New(user));
            JsonObject payload = InteractionPayload.Submission(_state, interaction, view, (JsonObject?)values?.DeepClone() ?? []);
            return Deliver(interaction, DeliveryKind.Interaction, payload, acceptsResponse: true, response => Submitted(view, response));
        }
    }

    private FakeInteraction ClickOn(FakeUser user, FakeMessage message, JsonObject action)
    {
        FakeInteraction interaction = Start(user, message.Channel, message, "actions", canReplace: true);
        return Deliver(interaction, DeliveryKind.Interaction, InteractionPayload.MessageAction(_state, interaction, action));
    }

    private FakeInteraction Start(FakeUser user, FakeChannel channel, FakeMessage? source, string kind, bool canReplace = false)
    {
        FakeInteraction interaction = new(user, channel, source, _state.Triggers.New(user)) { CanReplace = canReplace };
        interaction.ResponseUrl = _state.ResponseUrls.New(interaction, kind);
        return interaction;
    }

    private FakeInteraction Deliver(
        FakeInteraction interaction,
        DeliveryKind kind,
        JsonObject payload,
        bool acceptsResponse = false,
        Action<JsonNode?>? acknowledged = null
    )
    {
        interaction.Delivery = _state.Deliveries.Send(kind, payload, acceptsResponse, acknowledged);
        return interaction;
    }

    // The ack of a command may carry its answer: a text, or a message.
    private void Answered(FakeInteraction interaction, JsonNode? response)
    {
        JsonObject? body = response.Text() is { } text ? new JsonObject { ["text"] = text } : response as JsonObject;
        if (body is not { Count: > 0 })
        {
            return;
        }

        try
        {
            _state.ResponseUrls.Apply(interaction, body);
        }
        catch (SlackErrorException exception)
        {
            _state.Record.Violate($"The ack of {interaction.Delivery.Type} carried a message that cannot be shown: {exception.Error}");
        }
    }

    private void Submitted(PublishedView view, JsonNode? response)
    {
        switch (response?["response_action"].Text())
        {
            case null or "clear":
                _state.Modals.Remove(view.Id);
                break;
            case "update" when response["view"] is JsonObject changed:
                _state.Modals[view.Id] = view with
                {
                    View = (JsonObject)changed.DeepClone(),
                    Hash = _state.Timestamps.Next(),
                    Version = view.Version + 1,
                };
                break;
        }
    }
}
