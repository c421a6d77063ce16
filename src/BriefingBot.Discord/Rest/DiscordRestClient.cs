using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Interactions;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// The REST calls that the bot makes, typed. Every method throws <see cref="DiscordApiException"/> when it is refused. Thread-safe.
/// </summary>
internal sealed class DiscordRestClient(RestSender sender)
{
    /// <summary>Completes when Discord refuses the bot's token; from then on nothing is sent.</summary>
    public Task Refused => sender.Refused;

    /// <summary>There is another token.</summary>
    public void ForgetRefusal() => sender.ForgetRefusal();

    /// <summary>Where the gateway is.</summary>
    public Task<GatewayBot> GetGatewayAsync(CancellationToken cancellationToken) =>
        GetAsync(Get("/gateway/bot"), DiscordJsonContext.Default.GatewayBot, cancellationToken);

    /// <summary>The bot itself.</summary>
    public Task<User> GetSelfAsync(CancellationToken cancellationToken) =>
        GetAsync(Get("/users/@me"), DiscordJsonContext.Default.User, cancellationToken);

    /// <summary>The bot's application.</summary>
    public Task<Application> GetApplicationAsync(CancellationToken cancellationToken) =>
        GetAsync(Get("/applications/@me"), DiscordJsonContext.Default.Application, cancellationToken);

    /// <summary>The servers that the bot is in, the first 200.</summary>
    public Task<IReadOnlyList<Guild>> GetGuildsAsync(CancellationToken cancellationToken) =>
        GetAsync(Get("/users/@me/guilds"), DiscordJsonContext.Default.Guilds, cancellationToken);

    /// <summary>One server with its roles.</summary>
    public Task<Guild> GetGuildAsync(Snowflake guild, CancellationToken cancellationToken) =>
        GetAsync(
            new RestRoute(HttpMethod.Get, $"/guilds/{guild}", "/guilds/{guild}", guild.ToString()),
            DiscordJsonContext.Default.Guild,
            cancellationToken
        );

    /// <summary>The channel of direct messages with a person; made when there is none.</summary>
    public Task<Channel> OpenDirectAsync(Snowflake user, CancellationToken cancellationToken) =>
        SendAsync(
            new RestRoute(HttpMethod.Post, "/users/@me/channels", "/users/@me/channels"),
            new DirectOpen(user),
            DiscordJsonContext.Default.DirectOpen,
            DiscordJsonContext.Default.Channel,
            cancellationToken
        );

    /// <summary>One channel or thread.</summary>
    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        GetAsync(OfChannel(HttpMethod.Get, channel, ""), DiscordJsonContext.Default.Channel, cancellationToken);

    /// <summary>One message.</summary>
    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        GetAsync(
            OfChannel(HttpMethod.Get, channel, "/messages/{id}", $"/messages/{message}"),
            DiscordJsonContext.Default.Message,
            cancellationToken
        );

    /// <summary>At most 100 messages that are newer than an id, newest first.</summary>
    public Task<IReadOnlyList<Message>> GetMessagesAfterAsync(Snowflake channel, Snowflake after, CancellationToken cancellationToken) =>
        GetAsync(
            OfChannel(HttpMethod.Get, channel, "/messages", $"/messages?limit=100&after={after}"),
            DiscordJsonContext.Default.Messages,
            cancellationToken
        );

    /// <summary>Posts a message; with a nonce, one that was posted already is returned instead.</summary>
    public Task<Message> CreateMessageAsync(Snowflake channel, MessageCreate message, CancellationToken cancellationToken) =>
        SendAsync(
            OfChannel(HttpMethod.Post, channel, "/messages") with
            {
                CanRepeat = message.EnforceNonce == true,
            },
            message,
            DiscordJsonContext.Default.MessageCreate,
            DiscordJsonContext.Default.Message,
            cancellationToken
        );

    /// <summary>Changes a message of the bot.</summary>
    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageEdit edit, CancellationToken cancellationToken) =>
        SendAsync(
            OfChannel(HttpMethod.Patch, channel, "/messages/{id}", $"/messages/{message}"),
            edit,
            DiscordJsonContext.Default.MessageEdit,
            DiscordJsonContext.Default.Message,
            cancellationToken
        );

    /// <summary>Starts a thread from a message; the thread's id is the message's.</summary>
    public Task<Channel> CreateThreadAsync(
        Snowflake channel,
        Snowflake message,
        ThreadCreate thread,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            OfChannel(HttpMethod.Post, channel, "/messages/{id}/threads", $"/messages/{message}/threads"),
            thread,
            DiscordJsonContext.Default.ThreadCreate,
            DiscordJsonContext.Default.Channel,
            cancellationToken
        );

    /// <summary>Shows that the bot is typing, for ten seconds; given up when limited.</summary>
    public Task TriggerTypingAsync(Snowflake channel, CancellationToken cancellationToken) =>
        sender.SendAsync(
            OfChannel(HttpMethod.Post, channel, "/typing") with
            {
                IsFleeting = true,
                Timeout = TimeSpan.FromSeconds(5),
            },
            null,
            cancellationToken
        );

    /// <summary>The global commands.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, CancellationToken cancellationToken) =>
        GetAsync(Commands(HttpMethod.Get, application), DiscordJsonContext.Default.Commands, cancellationToken);

    /// <summary>Replaces all global commands.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> PutCommandsAsync(
        Snowflake application,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            Commands(HttpMethod.Put, application),
            commands,
            DiscordJsonContext.Default.Commands,
            DiscordJsonContext.Default.Commands,
            cancellationToken
        );

    /// <summary>
    /// Answers an interaction for the first time. Repeated quickly, for there are three seconds in all; one that was acknowledged by an
    /// earlier try is granted.
    /// </summary>
    public Task RespondAsync(InteractionToken interaction, InteractionResponse response, CancellationToken cancellationToken) =>
        RespondAsync(interaction, Serialize(response, DiscordJsonContext.Default.InteractionResponse), cancellationToken);

    /// <summary>Opens a form, which is the first answer to a click.</summary>
    public Task OpenModalAsync(InteractionToken interaction, ModalData modal, CancellationToken cancellationToken) =>
        RespondAsync(
            interaction,
            Serialize(new ModalResponse { Data = modal }, DiscordJsonContext.Default.ModalResponse),
            cancellationToken
        );

    /// <summary>Offers choices for what is being typed.</summary>
    public Task OfferAsync(InteractionToken interaction, IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken) =>
        RespondAsync(
            interaction,
            Serialize(new ChoicesResponse { Data = new ChoicesData(choices) }, DiscordJsonContext.Default.ChoicesResponse),
            cancellationToken
        );

    private async Task RespondAsync(InteractionToken interaction, byte[] response, CancellationToken cancellationToken)
    {
        RestRoute route = new(
            HttpMethod.Post,
            $"/interactions/{interaction.Id}/{interaction.Token}/callback",
            "/interactions/{id}/{token}/callback",
            interaction.Id.ToString()
        )
        {
            IsInteraction = true,
            Timeout = TimeSpan.FromMilliseconds(1500),
            RetryDelay = TimeSpan.FromMilliseconds(100),
        };
        try
        {
            await sender.SendAsync(route, response, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.Code == DiscordErrorCodes.AlreadyAcknowledged)
        {
            // A try whose answer was lost has done it.
        }
    }

    /// <summary>Fills in the message that was deferred, or changes it.</summary>
    public Task<Message> EditOriginalAsync(InteractionToken interaction, MessageEdit edit, CancellationToken cancellationToken) =>
        SendAsync(
            Webhook(HttpMethod.Patch, interaction, "/messages/@original"),
            edit,
            DiscordJsonContext.Default.MessageEdit,
            DiscordJsonContext.Default.Message,
            cancellationToken
        );

    /// <summary>Posts one more message; it has no nonce, so it is not repeated when its fate is unknown.</summary>
    public Task<Message> CreateFollowUpAsync(InteractionToken interaction, MessageEdit message, CancellationToken cancellationToken) =>
        SendAsync(
            Webhook(HttpMethod.Post, interaction, "") with
            {
                CanRepeat = false,
            },
            message,
            DiscordJsonContext.Default.MessageEdit,
            DiscordJsonContext.Default.Message,
            cancellationToken
        );

    private static RestRoute Get(string path) => new(HttpMethod.Get, path, path);

    private static RestRoute OfChannel(HttpMethod method, Snowflake channel, string template, string? path = null) =>
        new(method, $"/channels/{channel}{path ?? template}", $"/channels/{{channel}}{template}", channel.ToString());

    private static RestRoute Commands(HttpMethod method, Snowflake application) =>
        new(method, $"/applications/{application}/commands", "/applications/{id}/commands");

    private static RestRoute Webhook(HttpMethod method, InteractionToken interaction, string path) =>
        new(
            method,
            $"/webhooks/{interaction.ApplicationId}/{interaction.Token}{path}",
            $"/webhooks/{{id}}/{{token}}{path}",
            $"{interaction.ApplicationId}/{interaction.Token}"
        )
        {
            IsInteraction = true,
        };

    private static byte[] Serialize<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private async Task<T> GetAsync<T>(RestRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        (await sender.SendAsync(route, null, cancellationToken)).Read(type);

    private async Task<TResult> SendAsync<T, TResult>(
        RestRoute route,
        T body,
        JsonTypeInfo<T> type,
        JsonTypeInfo<TResult> result,
        CancellationToken cancellationToken
    ) => (await sender.SendAsync(route, Serialize(body, type), cancellationToken)).Read(result);
}
