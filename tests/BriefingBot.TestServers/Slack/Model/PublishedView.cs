using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A home tab or a modal as the bot made it.</summary>
/// <param name="Id">"V...".</param>
/// <param name="User">Who sees it.</param>
/// <param name="View">What the bot sent; do not change it.</param>
/// <param name="Hash">Changes with every version.</param>
/// <param name="Version">1 for the first, one more with each change.</param>
public sealed record PublishedView(string Id, FakeUser User, JsonObject View, string Hash, int Version)
{
    /// <summary>"home" or "modal".</summary>
    public string Type => View["type"].Text()!;

    /// <summary>The texts of the view's blocks by line.</summary>
    public string VisibleText => string.Join('\n', MessageText.Texts(View["blocks"]).Select(static text => text.Text));

    internal JsonObject ToJson(SlackState state)
    {
        JsonObject json = (JsonObject)View.DeepClone();
        json["id"] = Id;
        json["team_id"] = state.TeamId;
        json["app_id"] = state.AppId;
        json["bot_id"] = state.Bot.BotId;
        json["hash"] = Hash;
        json["root_view_id"] = Id;
        json["state"] = new JsonObject { ["values"] = new JsonObject() };
        return json;
    }
}
