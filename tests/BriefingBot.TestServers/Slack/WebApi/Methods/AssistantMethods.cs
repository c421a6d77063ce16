using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>assistant.threads.* and agents.sessions.setStatus: what shows around the bot's messages.</summary>
internal static class AssistantMethods
{
    private static readonly string[] SessionStatuses = ["active", "processing", "suspended", "closed"];

    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("assistant.threads.setStatus", RateTier.Special, ["chat:write", "assistant:write"], SetStatus),
            new("assistant.threads.setSuggestedPrompts", RateTier.Tier4, ["assistant:write"], SetSuggestedPrompts),
            new("assistant.threads.setTitle", RateTier.Tier4, ["assistant:write"], SetTitle),
            new("agents.sessions.setStatus", RateTier.Tier3, ["chat:write"], SetSessionStatus),
        ];

    public static string SessionStatusOf(string status) =>
        SessionStatuses.Contains(status) ? status : throw new SlackErrorException("invalid_arguments", $"[ERROR] unknown status: {status}");

    private static JsonObject SetStatus(WebApiRequest request)
    {
        (FakeChannel channel, string thread) = Thread(request);
        string status = request.Text("status") ?? throw SlackErrorException.MissingField("status");
        JsonArray loading = request.Array("loading_messages", "invalid_arguments") ?? [];
        if (loading.Count > 10)
        {
            throw new SlackErrorException("invalid_arguments", "[ERROR] no more than 10 items allowed [json-pointer:/loading_messages]");
        }

        request.State.Record.Add(
            new ThreadStatus(request.State.Now, channel, thread, status, [.. loading.Select(static text => text.Text() ?? "")])
        );
        request.State.Changes.Raise();
        return [];
    }

    private static JsonObject SetSuggestedPrompts(WebApiRequest request)
    {
        FakeChannel channel = request.Channel("channel_id");
        JsonArray prompts = request.Array("prompts", "invalid_arguments") ?? throw SlackErrorException.MissingField("prompts");
        bool areComplete = prompts.All(static prompt =>
            prompt?["title"].Text() is { Length: > 0 } && prompt["message"].Text() is { Length: > 0 }
        );
        if (prompts.Count is 0 or > 4 || !areComplete)
        {
            throw new SlackErrorException(
                "invalid_arguments",
                "[ERROR] one to four prompts with title and message [json-pointer:/prompts]"
            );
        }

        string? thread = request.Text("thread_ts");
        if (!request.State.Options.AgentView && thread is null)
        {
            throw SlackErrorException.MissingField("thread_ts");
        }

        bool isShown = channel.Type == ChannelType.DirectMessage && !(request.State.Options.AgentView && thread is not null);
        if (!isShown)
        {
            request.State.Record.Violate("Suggested prompts that show nowhere: outside DMs, or with thread_ts in agent_view");
        }

        request.State.Record.Add(
            new SuggestedPrompts(
                channel,
                thread,
                request.Text("title"),
                [.. prompts.Select(static prompt => (prompt!["title"].Text()!, prompt["message"].Text()!))],
                isShown
            )
        );
        request.State.Changes.Raise();
        return [];
    }

    private static JsonObject SetTitle(WebApiRequest request)
    {
        Thread(request);
        request.Required("title");
        return [];
    }

    private static JsonObject SetSessionStatus(WebApiRequest request)
    {
        (FakeChannel channel, string thread) = Thread(request);
        request.State.Record.Add(new SessionStatus(channel, thread, SessionStatusOf(request.Required("status")), request.Text("title")));
        if (!request.State.Options.BotEvents.Contains("agent_session_stopped"))
        {
            request.Warnings.Add("missing_agent_session_stopped_event_subscription");
        }

        request.State.Changes.Raise();
        return [];
    }

    private static (FakeChannel Channel, string ThreadTs) Thread(WebApiRequest request)
    {
        FakeChannel channel = request.Channel("channel_id");
        string thread = request.Required("thread_ts");
        return !channel.HasBot ? throw new SlackErrorException("not_in_channel")
            : channel.Find(thread) is null ? throw new SlackErrorException("invalid_thread_ts")
            : (channel, thread);
    }
}
