using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>conversations.*: reading threads and channels, joining and opening.</summary>
internal static class ConversationMethods
{
    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("conversations.replies", RateTier.Tier3, [], Replies) { TakesJson = false },
            new("conversations.history", RateTier.Tier3, [], History) { TakesJson = false },
            new(
                "conversations.info",
                RateTier.Tier3,
                [],
                static request => new JsonObject { ["channel"] = Readable(request, "read").ToJson() }
            )
            {
                TakesJson = false,
            },
            new(
                "conversations.members",
                RateTier.Tier4,
                [],
                static request =>
                    Paging.Page(request, "members", [.. Readable(request, "read").Members.Select(static user => (JsonNode)user.Id)])
            )
            {
                TakesJson = false,
            },
            new(
                "conversations.list",
                RateTier.Tier2,
                [],
                static request => List(request, static channel => channel.Type == ChannelType.Public || channel.HasBot)
            )
            {
                TakesJson = false,
            },
            new("conversations.join", RateTier.Tier3, ["channels:join"], Join),
            new("conversations.open", RateTier.Tier3, ["im:write", "mpim:write"], Open),
        ];

    public static JsonObject List(WebApiRequest request, Func<FakeChannel, bool> filter)
    {
        string[] types = (request.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        ChannelType[] wanted = [.. Enum.GetValues<ChannelType>().Where(type => types.Contains(type.InListings()))];
        if (wanted.Length != types.Length)
        {
            throw new SlackErrorException("invalid_types");
        }

        foreach (ChannelType type in wanted)
        {
            request.DemandScope($"{type.InScopes()}:read");
        }

        bool withoutArchived = request.Flag("exclude_archived") == true;
        return Paging.Page(
            request,
            "channels",
            [
                .. request
                    .State.Channels.Values.Where(channel =>
                        wanted.Contains(channel.Type) && filter(channel) && !(withoutArchived && channel.IsArchived)
                    )
                    .Select(static channel => channel.ToJson()),
            ]
        );
    }

    private static FakeChannel Readable(WebApiRequest request, string right)
    {
        FakeChannel channel = request.Channel();
        request.DemandScope($"{channel.Type.InScopes()}:{right}");
        return right == "history" && !channel.HasBot ? throw new SlackErrorException("not_in_channel") : channel;
    }

    private static JsonObject Replies(WebApiRequest request)
    {
        FakeChannel channel = Readable(request, "history");
        FakeMessage any = channel.Find(request.Required("ts")) ?? throw new SlackErrorException("thread_not_found");
        return Messages(request, channel.Thread(any.RootTs).Where(message => message.Ts == any.RootTs || IsInside(request, message)));
    }

    private static JsonObject History(WebApiRequest request)
    {
        FakeChannel channel = Readable(request, "history");
        return Messages(
            request,
            channel.Messages.Where(message => (message.ThreadTs is null || message.IsBroadcast) && IsInside(request, message)).Reverse()
        );
    }

    private static bool IsInside(WebApiRequest request, FakeMessage message)
    {
        bool isInclusive = request.Flag("inclusive") == true;
        int afterOldest = string.CompareOrdinal(message.Ts, request.Text("oldest") ?? "");
        int beforeLatest = request.Text("latest") is { } latest ? string.CompareOrdinal(latest, message.Ts) : 1;
        return (afterOldest > 0 || (isInclusive && afterOldest == 0)) && (beforeLatest > 0 || (isInclusive && beforeLatest == 0));
    }

    private static JsonObject Messages(WebApiRequest request, IEnumerable<FakeMessage> messages)
    {
        bool withMetadata = request.Flag("include_all_metadata") == true;
        return Paging.Page(request, "messages", [.. messages.Select(message => MessageJson.Of(request.State, message, withMetadata))]);
    }

    private static JsonObject Join(WebApiRequest request)
    {
        FakeChannel channel = request.Channel();
        if (channel.Type != ChannelType.Public)
        {
            throw new SlackErrorException("method_not_supported_for_channel_type");
        }

        if (channel.IsArchived)
        {
            throw new SlackErrorException("is_archived");
        }

        if (channel.HasBot)
        {
            request.Warnings.Add("already_in_channel");
        }
        else
        {
            channel.Members = channel.Members.Add(request.State.Bot);
        }

        return new JsonObject { ["channel"] = channel.ToJson() };
    }

    private static JsonObject Open(WebApiRequest request)
    {
        if (request.Text("channel") is not null)
        {
            return new JsonObject { ["channel"] = request.Channel().ToJson() };
        }

        string[] users = request.Required("users").Split(',', StringSplitOptions.TrimEntries);
        if (users.Length != 1)
        {
            throw new SlackErrorException("not_enough_users");
        }

        FakeUser user = request.State.Users.GetValueOrDefault(users[0]) ?? throw new SlackErrorException("user_not_found");
        FakeChannel channel = request.State.DirectMessageWith(user);
        return new JsonObject
        {
            ["channel"] = request.Flag("return_im") == true ? channel.ToJson() : new JsonObject { ["id"] = channel.Id },
        };
    }
}
