using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>reactions.add and reactions.remove, as the bot.</summary>
internal static class ReactionMethods
{
    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("reactions.add", RateTier.Tier3, ["reactions:write"], Add),
            new("reactions.remove", RateTier.Tier2, ["reactions:write"], Remove),
        ];

    private static JsonObject Add(WebApiRequest request)
    {
        (FakeMessage message, MessageReaction reaction) = Target(request);
        if (message.Reactions.Contains(reaction))
        {
            throw new SlackErrorException("already_reacted");
        }

        message.Reactions = message.Reactions.Add(reaction);
        request.State.Changes.Raise();
        return [];
    }

    private static JsonObject Remove(WebApiRequest request)
    {
        (FakeMessage message, MessageReaction reaction) = Target(request);
        if (!message.Reactions.Contains(reaction))
        {
            throw new SlackErrorException("no_reaction");
        }

        message.Reactions = message.Reactions.Remove(reaction);
        request.State.Changes.Raise();
        return [];
    }

    private static (FakeMessage Message, MessageReaction Reaction) Target(WebApiRequest request)
    {
        string name = request.Required("name");
        FakeChannel channel = request.Channel();
        FakeMessage? message = channel.Find(request.Required("timestamp"));
        if (name.Any(static letter => letter is ':' or ' ' || char.IsUpper(letter)))
        {
            throw new SlackErrorException("invalid_name");
        }

        return !channel.HasBot ? throw new SlackErrorException("not_in_channel")
            : message is null or { IsDeleted: true } ? throw new SlackErrorException("message_not_found")
            : (message, new MessageReaction(name, request.State.Bot));
    }
}
