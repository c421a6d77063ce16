using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>Callbacks, the original answer, follow-ups. The token in the path is the right to call them.</summary>
internal static class InteractionRoutes
{
    private const string Webhook = "/webhooks/{application_id}/{interaction_token}";

    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [
            Route(
                "POST",
                "/interactions/{interaction_id}/{interaction_token}/callback",
                request => InteractionCallback.Handle(state, request)
            ),
            Route("POST", Webhook, request => FollowUp(state, request)),
            Route("GET", Webhook + "/messages/{message}", request => Ok(state, Find(state, request).Message)),
            Route("PATCH", Webhook + "/messages/{message}", request => Edit(state, request)),
            Route("DELETE", Webhook + "/messages/{message}", request => Delete(state, request)),
        ];

    /// <summary>What the bot reads of its own answers.</summary>
    public static JsonObject Json(DiscordState state, FakeMessage message) => MessageJson.Write(message, BotAccess.Visibility(state));

    private static RestRoute Route(string method, string template, Func<RestRequest, RestResponse> handle) =>
        new(method, template, handle) { IsInteractionRoute = true };

    private static FakeInteraction Interaction(DiscordState state, RestRequest request)
    {
        if (
            request.Id("application_id") != state.Application.Id
            || !state.InteractionsByToken.TryGetValue(request.Text("interaction_token"), out FakeInteraction? interaction)
            || interaction.Callback == CallbackType.None
        )
        {
            throw DiscordErrorException.UnknownWebhook();
        }

        return state.Now - interaction.CreatedAt > state.Options.InteractionTokenLifetime
            ? throw DiscordErrorException.InvalidWebhookToken()
            : interaction;
    }

    private static (FakeInteraction Interaction, FakeMessage Message) Find(DiscordState state, RestRequest request)
    {
        FakeInteraction interaction = Interaction(state, request);
        string id = request.Text("message");
        FakeMessage? message =
            id == "@original"
                ? interaction.Original
                : interaction.FollowUps.Add(interaction.Original!).FirstOrDefault(candidate => candidate?.Id.ToString() == id);
        return message is { IsDeleted: false } ? (interaction, message) : throw DiscordErrorException.UnknownMessage();
    }

    private static RestResponse FollowUp(DiscordState state, RestRequest request)
    {
        FakeInteraction interaction = Interaction(state, request);
        MessageForm form = MessageFormRules.Read(request.Form, MessageFormKind.Webhook, state.Options.Strict);
        if (interaction is { Callback: CallbackType.DeferredMessage, Original.IsLoading: true })
        {
            state.Record.Violate(
                $"A follow-up of interaction {interaction.Id} came before the edit of its deferred answer, which it replaced."
            );
            MessagePosting.Edit(state, interaction.Original, form);
            return Ok(state, interaction.Original);
        }

        FakeMessage message = MessagePosting.Post(state, interaction.Channel, state.Application.Bot, form, interaction: interaction);
        interaction.FollowUps = interaction.FollowUps.Add(message);
        state.Record.Posted(message);
        if (!message.IsEphemeral)
        {
            state.Gateway.DispatchMessage("MESSAGE_CREATE", message);
        }

        return Ok(state, message);
    }

    private static RestResponse Edit(DiscordState state, RestRequest request)
    {
        (FakeInteraction _, FakeMessage message) = Find(state, request);
        MessageForm form = MessageFormRules.Read(request.Form, MessageFormKind.Edit, state.Options.Strict, message);
        MessagePosting.Edit(state, message, form);
        MentionReader.Apply(state, message, form.AllowedMentions, isWebhook: true);
        return Ok(state, message);
    }

    private static RestResponse Delete(DiscordState state, RestRequest request)
    {
        MessagePosting.Delete(state, Find(state, request).Message);
        return RestResponse.NoContent;
    }

    private static RestResponse Ok(DiscordState state, FakeMessage message) => RestResponse.Ok(Json(state, message));
}
