using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi.Rules;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>views.publish for home tabs, views.open and views.update for modals.</summary>
internal static class ViewMethods
{
    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("views.publish", RateTier.Tier4, [], Publish),
            new("views.open", RateTier.Tier4, [], Open),
            new("views.update", RateTier.Tier4, [], Update),
        ];

    private static JsonObject Publish(WebApiRequest request)
    {
        SlackState state = request.State;
        FakeUser user = request.User("user_id");
        JsonObject view = ReadView(request, Surface.Home);
        PublishedView? old = state.Homes.GetValueOrDefault(user.Id);
        DemandHash(request, old);
        PublishedView home = new(old?.Id ?? state.NewId('V'), user, view, state.Timestamps.Next(), (old?.Version ?? 0) + 1);
        state.Homes[user.Id] = home;
        state.Changes.Raise();
        return new JsonObject { ["view"] = home.ToJson(state) };
    }

    private static JsonObject Open(WebApiRequest request)
    {
        SlackState state = request.State;
        string trigger = request.Required("trigger_id");
        JsonObject view = ReadView(request, Surface.Modal);
        PublishedView modal = new(state.NewId('V'), state.Triggers.Use(trigger), view, state.Timestamps.Next(), 1);
        state.Modals[modal.Id] = modal;
        state.Changes.Raise();
        return new JsonObject { ["view"] = modal.ToJson(state) };
    }

    private static JsonObject Update(WebApiRequest request)
    {
        SlackState state = request.State;
        PublishedView old = state.Modals.GetValueOrDefault(request.Required("view_id")) ?? throw new SlackErrorException("not_found");
        JsonObject view = ReadView(request, Surface.Modal);
        DemandHash(request, old);
        PublishedView modal = old with { View = view, Hash = state.Timestamps.Next(), Version = old.Version + 1 };
        state.Modals[modal.Id] = modal;
        state.Changes.Raise();
        return new JsonObject { ["view"] = modal.ToJson(state) };
    }

    private static void DemandHash(WebApiRequest request, PublishedView? old)
    {
        if (request.Text("hash") is { } hash && hash != old?.Hash)
        {
            throw new SlackErrorException("hash_conflict");
        }
    }

    private static JsonObject ReadView(WebApiRequest request, Surface surface)
    {
        JsonObject view = request.Json("view", "invalid_arguments") as JsonObject ?? throw SlackErrorException.MissingField("view");
        ViewRules.Check(view, surface);
        view["blocks"] = BotPosting.WithIds(request.State, (JsonArray)view["blocks"]!);
        return view;
    }
}
