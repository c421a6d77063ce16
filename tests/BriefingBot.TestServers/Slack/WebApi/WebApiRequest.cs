using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>The arguments of a call, of JSON and form alike, and the warnings of its answer.</summary>
internal sealed class WebApiRequest(SlackState state, JsonObject arguments)
{
    public SlackState State => state;

    public JsonObject Arguments => arguments;

    public List<string> Warnings { get; } = [];

    public string? Text(string name) => arguments[name] is { } value ? value.Text() ?? value.ToJsonString() : null;

    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw SlackErrorException.MissingField(name);

    public bool? Flag(string name) => arguments[name].Flag();

    /// <summary>A structure: as such, or as JSON in a text. Null when it is missing or empty.</summary>
    public JsonNode? Json(string name, string error)
    {
        JsonNode? value = arguments[name];
        if (value.Text() is not { } text)
        {
            return value?.DeepClone();
        }

        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new SlackErrorException(error);
        }
    }

    public JsonArray? Array(string name, string error) =>
        Json(name, error) switch
        {
            null => null,
            JsonArray array => array,
            _ => throw new SlackErrorException(error),
        };

    /// <summary>A channel that the bot can know of: public ones, and those it is in.</summary>
    public FakeChannel Channel(string name = "channel")
    {
        string id = Required(name);
        FakeChannel? channel = state.Channels.GetValueOrDefault(id);
        return channel is not null && (channel.Type == ChannelType.Public || channel.HasBot)
            ? channel
            : throw new SlackErrorException("channel_not_found");
    }

    public FakeUser User(string name = "user") =>
        state.Users.GetValueOrDefault(Required(name)) ?? throw new SlackErrorException("user_not_found");

    public void DemandScope(params string[] anyOf)
    {
        if (!anyOf.Any(state.Options.Scopes.Contains))
        {
            throw new SlackErrorException("missing_scope") { Needed = string.Join(',', anyOf) };
        }
    }
}
