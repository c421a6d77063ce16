using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;
using BriefingBot.TestServers.Slack.WebApi.Rules;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>The addresses that commands and clicks are answered by: for half an hour, five times.</summary>
internal sealed class ResponseUrls(SlackState state)
{
    private const string Method = "response_url";
    private readonly Dictionary<string, FakeInteraction> _open = new(StringComparer.Ordinal);

    public static void Map(WebApplication app, SlackState state) =>
        app.MapPost(
            "/hooks/{kind}/{team}/{id}/{secret}",
            async (HttpContext context, string secret) =>
            {
                (JsonObject? arguments, bool isJson, _) = await ArgumentReader.ReadAsync(context.Request, context.RequestAborted);
                // Forms bring their JSON as "payload", as Slack's incoming webhooks take it.
                JsonObject? body = isJson
                    ? arguments
                    : new WebApiRequest(state, arguments ?? []).Json("payload", "invalid_payload") as JsonObject;
                await FaultyAnswer.SendAsync(state, context, Method, body ?? [], () => state.ResponseUrls.Answer(secret, body));
            }
        );

    public Uri New(FakeInteraction interaction, string kind)
    {
        string secret = Guid.NewGuid().ToString("N");
        _open[secret] = interaction;
        interaction.ResponseUrlEndsAt = state.Now + state.Options.ResponseUrlLifetime;
        return new Uri(state.BaseAddress, $"/hooks/{kind}/{state.TeamId}/{_open.Count}/{secret}");
    }

    /// <summary>What an ack or a response_url brings.</summary>
    public void Apply(FakeInteraction interaction, JsonObject body)
    {
        WebApiRequest request = new(state, body);
        if (request.Flag("delete_original") == true)
        {
            Delete(interaction);
            return;
        }

        MessageContent content = MessageContent.Read(request);
        // There is no original of a slash command: what it brought before stays, and this comes after it.
        if (request.Flag("replace_original") == true && interaction is { CanReplace: true, Source: { IsDeleted: false } source })
        {
            BotPosting.Change(state, source, content);
            return;
        }

        FakeChannel channel = interaction.Channel ?? throw new SlackErrorException("channel_not_found");
        bool isForAll = request.Text("response_type") == "in_channel";
        string? thread = channel.HasBot ? BotPosting.Thread(state, channel, request.Text("thread_ts")) : request.Text("thread_ts");
        FakeMessage message = BotPosting.Post(
            state,
            channel,
            content,
            thread,
            ephemeralTo: isForAll ? null : interaction.User,
            interaction: interaction
        );
        message.UnfurlLinks = request.Flag("unfurl_links");
        message.UnfurlMedia = request.Flag("unfurl_media");
        BotPosting.Publish(state, message);
    }

    private ApiAnswer Answer(string secret, JsonObject? body)
    {
        if (!_open.TryGetValue(secret, out FakeInteraction? interaction) || state.Now > interaction.ResponseUrlEndsAt)
        {
            return new ApiAnswer(StatusCodes.Status404NotFound, null, "expired_url");
        }

        if (interaction.ResponseUrlUses >= state.Options.ResponseUrlUses)
        {
            return new ApiAnswer(StatusCodes.Status404NotFound, null, "used_url");
        }

        try
        {
            Apply(interaction, body ?? throw new SlackErrorException("invalid_payload"));
            interaction.ResponseUrlUses++;
            return new ApiAnswer(StatusCodes.Status200OK, new JsonObject { ["ok"] = true });
        }
        catch (SlackErrorException exception)
        {
            return ApiAnswer.Failed(state, exception);
        }
    }

    private void Delete(FakeInteraction interaction)
    {
        if (interaction is { CanReplace: true, Source: { } source })
        {
            BotPosting.Delete(state, source);
        }
    }
}
