using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.Records;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>What a test asks of a message.</summary>
internal static partial class Answers
{
    /// <summary>Where its links lead.</summary>
    public static IReadOnlyList<string> Links(this FakeMessage message) =>
        [.. Link().Matches(message.VisibleText).Select(static match => match.Groups["address"].Value)];

    /// <summary>The action ids of its buttons.</summary>
    public static IReadOnlyList<string> Buttons(this FakeMessage message) =>
        [
            .. message
                .Blocks.OfType<JsonObject>()
                .SelectMany(static block => block["elements"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(static element => element["action_id"] is not null)
                .Select(static element => element["action_id"]!.GetValue<string>()),
        ];

    /// <summary>
    /// Waits for what a command or a click brings, past the line that says to wait: whether that comes first is a matter of the machine's
    /// speed.
    /// </summary>
    public static Task<FakeMessage> WaitForOutcomeAsync(
        this SlackRecord record,
        FakeInteraction interaction,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) => record.WaitForAnswerAsync(interaction, static message => !message.IsPassing(), timeout, cancellationToken);

    /// <summary>Whether it only says to wait.</summary>
    public static bool IsPassing(this FakeMessage message) =>
        message.VisibleText.StartsWith("Searching the coverage", StringComparison.Ordinal);

    [GeneratedRegex("(?:<|(?<!\\\\)\\]\\()(?<address>[a-z]+:[^|>)]+)[|>)]")]
    private static partial Regex Link();
}
