using System.Text.Json.Serialization.Metadata;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.Protocol.Streams;
using BriefingBot.Slack.Protocol.Views;

namespace BriefingBot.Slack.WebApi;

/// <summary>
/// The calls that the bot makes, typed. Every method throws <see cref="SlackApiException"/> when it is refused. Thread-safe; the caller
/// sees to it that the writes to one stream come one after the other.
/// </summary>
internal sealed class SlackWebApi(WebApiSender sender, SlackOptions options)
{
    private readonly MessageListing _messages = new(sender);

    /// <summary>What a chat with the bot shows around its messages.</summary>
    public AssistantCalls Assistant { get; } = new(sender);

    /// <summary>Completes, with what to do, when Slack refuses the bot token.</summary>
    public Task<string> Refused => sender.Refused;

    /// <summary>There is another token.</summary>
    public void ForgetRefusal() => sender.ForgetRefusal();

    /// <summary>Whose the bot token is and what it may do.</summary>
    public async Task<AuthTest> AuthTestAsync(CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(new WebApiCall("auth.test"), cancellationToken);
        return response.Read(SlackJsonContext.Default.AuthTest) with { Scopes = response.Scopes };
    }

    /// <summary>Whether the bot token is still good; a failure of another kind says nothing against it.</summary>
    public async Task<bool> IsTokenGoodAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(new WebApiCall("auth.test") { IsProbe = true }, cancellationToken);
            return true;
        }
        catch (SlackApiException exception)
        {
            return !exception.IsTokenRefused;
        }
    }

    /// <summary>
    /// Posts a message; never sent twice: see <see cref="SlackApiException.IsUnknownOutcome"/>. Waits for the channel's pace.
    /// </summary>
    public Task<PostedMessage> PostMessageAsync(PostMessage message, CancellationToken cancellationToken) =>
        ReadAsync(
            WebApiCall.Write("chat.postMessage", message, SlackJsonContext.Default.PostMessage) with
            {
                PostsTo = message.Channel,
                CanRepeat = false,
            },
            SlackJsonContext.Default.PostedMessage,
            cancellationToken
        );

    /// <summary>Changes a message of the bot; not while it is streamed.</summary>
    public Task<PostedMessage> UpdateMessageAsync(UpdateMessage message, CancellationToken cancellationToken) =>
        ReadAsync(
            WebApiCall.Write("chat.update", message, SlackJsonContext.Default.UpdateMessage) with
            {
                Channel = message.Channel,
            },
            SlackJsonContext.Default.PostedMessage,
            cancellationToken
        );

    /// <summary>Shows a message to one person; its ts, by which nothing can be changed. Never sent twice.</summary>
    public async Task<string> PostEphemeralAsync(PostEphemeral message, CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(
            WebApiCall.Write("chat.postEphemeral", message, SlackJsonContext.Default.PostEphemeral) with
            {
                Channel = message.Channel,
                CanRepeat = false,
            },
            cancellationToken
        );
        return response.Demand(response.Read(SlackJsonContext.Default.EphemeralResult).MessageTs, "message_ts");
    }

    /// <summary>Deletes a message of the bot; one that is gone is fine.</summary>
    public Task DeleteMessageAsync(string channel, string ts, CancellationToken cancellationToken) =>
        AllowAsync(
            WebApiCall.Write("chat.delete", new MessageAddress(channel, ts), SlackJsonContext.Default.MessageAddress) with
            {
                Channel = channel,
            },
            SlackErrors.MessageNotFound,
            cancellationToken
        );

    /// <summary>Begins a streamed message; its ts. Never sent twice; given up when limited: a message is faster then.</summary>
    public async Task<string> StartStreamAsync(StartStream stream, CancellationToken cancellationToken) =>
        (
            await ReadAsync(
                WebApiCall.Write("chat.startStream", stream, SlackJsonContext.Default.StartStream).Fleeting() with
                {
                    Channel = stream.Channel,
                    CanRepeat = false,
                },
                SlackJsonContext.Default.PostedMessage,
                cancellationToken
            )
        ).Ts;

    /// <summary>Adds to a streamed message. Never sent twice; given up when limited: the text can come with the next.</summary>
    public Task AppendStreamAsync(AppendStream stream, CancellationToken cancellationToken) =>
        sender.SendAsync(
            WebApiCall.Write("chat.appendStream", stream, SlackJsonContext.Default.AppendStream).Fleeting() with
            {
                Channel = stream.Channel,
                CanRepeat = false,
            },
            cancellationToken
        );

    /// <summary>Ends a streamed message. Never sent twice.</summary>
    public Task<PostedMessage> StopStreamAsync(StopStream stream, CancellationToken cancellationToken) =>
        ReadAsync(
            WebApiCall.Write("chat.stopStream", stream, SlackJsonContext.Default.StopStream) with
            {
                Channel = stream.Channel,
                CanRepeat = false,
                Timeout = WebApiCall.Quick,
            },
            SlackJsonContext.Default.PostedMessage,
            cancellationToken
        );

    /// <summary>A thread's root and its replies, oldest first, with the metadata of the bot's own.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="rootTs">The thread.</param>
    /// <param name="oldest">Only replies after this ts; null for all. The root comes always.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<Message>> GetRepliesAsync(
        string channel,
        string rootTs,
        string? oldest,
        int limit,
        CancellationToken cancellationToken
    ) => _messages.ReadAsync("conversations.replies", [("channel", channel), ("ts", rootTs)], oldest, limit, cancellationToken);

    /// <summary>A channel's messages, newest first and without the replies in threads, with the metadata of the bot's own.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="oldest">Only messages after this ts; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<Message>> GetHistoryAsync(string channel, string? oldest, int limit, CancellationToken cancellationToken) =>
        _messages.ReadAsync("conversations.history", [("channel", channel)], oldest, limit, cancellationToken);

    /// <summary>The channels that the bot is in, the first 200, without direct messages.</summary>
    public async Task<IReadOnlyList<Channel>> GetOwnChannelsAsync(CancellationToken cancellationToken)
    {
        var call = WebApiCall.Look(
            "users.conversations",
            ("types", "public_channel,private_channel"),
            ("exclude_archived", "true"),
            ("limit", "200")
        );
        return (await ReadAsync(call, SlackJsonContext.Default.ChannelPage, cancellationToken)).Channels ?? [];
    }

    /// <summary>The id of the direct messages with a person, which begin with that where there were none; the same each time.</summary>
    public async Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(WebApiCall.Look("conversations.open", ("users", user)), cancellationToken);
        string? id = response.Read(SlackJsonContext.Default.ChannelResult).Channel?.Id;
        return response.Demand(string.IsNullOrEmpty(id) ? null : id, "channel");
    }

    /// <summary>A person or a bot.</summary>
    public async Task<User> GetUserAsync(string user, CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(WebApiCall.Look("users.info", ("user", user)), cancellationToken);
        return response.Demand(response.Read(SlackJsonContext.Default.UserResult).User, "user");
    }

    /// <summary>Sets somebody's home tab, over whatever was there.</summary>
    public Task PublishHomeAsync(string user, View view, CancellationToken cancellationToken) =>
        sender.SendAsync(
            WebApiCall.Write("views.publish", new HomeArguments(user, view), SlackJsonContext.Default.HomeArguments),
            cancellationToken
        );

    /// <summary>Opens a modal, within three seconds of the click and once.</summary>
    public Task OpenViewAsync(string triggerId, View view, CancellationToken cancellationToken) =>
        sender.SendAsync(
            WebApiCall.Write("views.open", new ModalArguments(triggerId, view), SlackJsonContext.Default.ModalArguments).Fleeting() with
            {
                CanRepeat = false,
            },
            cancellationToken
        );

    /// <summary>An address for one WebSocket, good for some seconds; it holds a ticket, so it is a secret.</summary>
    public async Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(new WebApiCall("apps.connections.open") { IsForApp = true }, cancellationToken);
        string url = response.Demand(response.Read(SlackJsonContext.Default.ConnectionResult).Url, "url");
        return
            Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == "wss" || (address.Scheme == "ws" && options.ApiAddress.Scheme == "http"))
            ? address
            : throw new SlackApiException(response.Method, "apps.connections.open gave an address that is not one of a secure WebSocket.")
            {
                Status = System.Net.HttpStatusCode.OK,
            };
    }

    /// <summary>Answers a command or a click. Never sent twice, and only to Slack.</summary>
    public Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken)
    {
        const string method = "response_url";
        var address =
            ResponseAddress.Read(responseUrl, options.ApiAddress)
            ?? throw new SlackApiException(method, "The response_url is not an address of Slack's, so nothing was sent there.")
            {
                IsPermanent = true,
            };
        return sender.SendAsync(
            WebApiCall.Write(method, message, SlackJsonContext.Default.ResponseMessage) with
            {
                Address = address,
                CanRepeat = false,
            },
            cancellationToken
        );
    }

    private async Task<T> ReadAsync<T>(WebApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        (await sender.SendAsync(call, cancellationToken)).Read(type);

    private async Task AllowAsync(WebApiCall call, string allowed, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(call, cancellationToken);
        }
        catch (SlackApiException exception) when (exception.Error == allowed)
        {
            // It is as it should be.
        }
    }
}
