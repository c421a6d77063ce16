using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>What a test asks of a message.</summary>
internal static partial class Answers
{
    /// <summary>Where its links lead.</summary>
    public static IReadOnlyList<string> Links(this FakeMessage message) => [.. Link().Matches(message.VisibleText).Select(static match => match.Groups["address"].Value)];

    /// <summary>The action ids of its buttons.</summary>
    public static IReadOnlyList<string> Buttons(this FakeMessage message) =>
    [
        .. message.Blocks.OfType<JsonObject>().SelectMany(static block => block["elements"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(static element => element["action_id"] is not null)
            .Select(static element => element["action_id"]!.GetValue<string>()),
    ];

    [GeneratedRegex("(?:<|(?<!\\\\)\\]\\()(?<address>[a-z]+:[^|>)]+)[|>)]")]
    private static partial Regex Link();
}
