using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>The rules of home tabs and modals.</summary>
internal static class ViewRules
{
    public static void Check(JsonObject view, Surface surface)
    {
        Findings findings = new();
        string wanted = surface == Surface.Home ? "home" : "modal";
        if (view["type"].Text() != wanted)
        {
            findings.Add($"must be {wanted}", "/view/type");
        }

        findings.CheckText(view, "callback_id", "/view", 255);
        findings.CheckText(view, "external_id", "/view", 255);
        if (view["private_metadata"].Text() is { Length: > 3000 })
        {
            findings.Add("must be less than 3001 characters", "/view/private_metadata");
        }

        if (surface == Surface.Modal)
        {
            findings.CheckTextObject(view, "title", "/view", 24, isPlain: true);
            findings.CheckTextObject(view, "submit", "/view", 24, isPlain: true, isRequired: HasInput(view));
            findings.CheckTextObject(view, "close", "/view", 24, isPlain: true, isRequired: false);
        }

        if (view["blocks"] is not JsonArray)
        {
            findings.Add("missing required field: blocks", "/view");
        }

        string[] messages = [.. findings.Messages, .. view["blocks"] is JsonArray blocks ? BlockRules.CheckView(blocks, surface) : []];
        if (messages.Length > 0)
        {
            throw new SlackErrorException("invalid_arguments", messages);
        }
    }

    private static bool HasInput(JsonObject view) =>
        (view["blocks"] as JsonArray)?.Any(static block => block?["type"].Text() == "input") == true;
}
