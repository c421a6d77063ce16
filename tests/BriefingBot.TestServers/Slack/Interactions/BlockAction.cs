using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>Finds the element that is clicked, and tells of the click.</summary>
internal static class BlockAction
{
    /// <summary>The click on a button; without a value, on the first with that action.</summary>
    public static JsonObject Button(SlackState state, JsonArray blocks, string actionId, string? value)
    {
        (JsonObject block, JsonObject element) = Elements(blocks)
            .FirstOrDefault(found =>
                found.Element["action_id"].Text() == actionId
                && found.Element["type"].Text() is "button" or "icon_button"
                && (value is null || found.Element["value"].Text() == value)
            );
        return element is null
            ? throw new InvalidOperationException($"There is no button {actionId} {value} to click on.")
            : Told(state, block, element, (JsonObject?)element["text"]?.DeepClone(), element["value"].Text());
    }

    /// <summary>The click on a feedback button.</summary>
    public static JsonObject Feedback(SlackState state, JsonArray blocks, bool isPositive)
    {
        (JsonObject block, JsonObject element) = Elements(blocks)
            .FirstOrDefault(static found => found.Element["type"].Text() == "feedback_buttons");
        JsonObject? button = element?[isPositive ? "positive_button" : "negative_button"] as JsonObject;
        return button is null
            ? throw new InvalidOperationException("There are no feedback buttons to click on.")
            : Told(state, block, element!, (JsonObject?)button["text"]?.DeepClone(), button["value"].Text());
    }

    private static JsonObject Told(SlackState state, JsonObject block, JsonObject element, JsonObject? text, string? value) =>
        JsonFields.Compact(
            ("type", element["type"].Text()),
            ("action_id", element["action_id"].Text() ?? "unnamed"),
            ("block_id", block["block_id"].Text()),
            ("text", text),
            ("value", value),
            ("action_ts", state.Timestamps.Next())
        );

    private static IEnumerable<(JsonObject Block, JsonObject Element)> Elements(JsonArray blocks)
    {
        foreach (JsonObject block in blocks.OfType<JsonObject>())
        {
            foreach (JsonObject element in (block["elements"] as JsonArray ?? []).Append(block["accessory"]).OfType<JsonObject>())
            {
                yield return (block, element);
            }
        }
    }
}
