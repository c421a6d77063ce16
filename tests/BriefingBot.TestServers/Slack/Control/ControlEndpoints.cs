using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Control;

/// <summary>What the C# surface does, for curl: below /_fake, with users and channels named by name or id and messages by ts.</summary>
internal static class ControlEndpoints
{
    private const string Guide = """
        A fake Slack. Point a bot's Web API at /api/ here.

        GET  /_fake/state | answers | messages?channel=general | homes | calls | deliveries | counters | violations
        POST /_fake/message    {"user":"ada","channel":"general"|"dm","thread":TS,"mention":true,"text":"what is new?"}
        POST /_fake/edit       {"message":TS,"text":"..."}        /_fake/delete {"message":TS}
        POST /_fake/command    {"user":"ada","channel":"general","command":"/briefing","text":"ask what is new?"}
        POST /_fake/shortcut   {"user":"ada","message":TS,"callback_id":"..."}
        POST /_fake/click      {"user":"ada","message":TS,"action_id":"...","value":"..."}
        POST /_fake/feedback   {"user":"ada","message":TS,"positive":true}
        POST /_fake/home       {"user":"ada","tab":"home"}
        POST /_fake/stop       {"user":"ada","message":TS}
        POST /_fake/http       {"address":"http://127.0.0.1:5080"}          signed HTTP in place of Socket Mode
        POST /_fake/fault      {"socket":"RefreshRequested"} | {"call":"RateLimit","method":"chat.postMessage","times":2} |
                               {"duplicate_events":2} | {"lose_acks":2}
        POST /_fake/uninstall  {}

        """;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Map(WebApplication app, FakeSlackServer slack, SlackState state)
    {
        app.MapGet("/", static () => Guide);
        RouteGroupBuilder control = app.MapGroup("/_fake");
        control.MapGet("/state", () => Read(state, () => ControlJson.State(state)));
        control.MapGet(
            "/messages",
            (string channel) => Read(state, () => new JsonArray([.. Names.Channel(state, channel).Messages.Select(ControlJson.Message)]))
        );
        control.MapGet("/answers", () => Read(state, () => new JsonArray([.. slack.Record.BotMessages.Select(ControlJson.Message)])));
        control.MapGet("/homes", () => Read(state, () => new JsonArray([.. state.Homes.Values.Select(ControlJson.View)])));
        control.MapGet("/calls", () => Read(state, () => JsonSerializer.SerializeToNode(slack.Record.Calls, Readable)!));
        control.MapGet("/deliveries", () => Read(state, () => JsonSerializer.SerializeToNode(slack.Record.Deliveries, Readable)!));
        control.MapGet("/counters", () => Read(state, () => JsonSerializer.SerializeToNode(slack.Record.Counters, Readable)!));
        control.MapGet("/violations", () => Read(state, () => JsonSerializer.SerializeToNode(slack.Record.Violations, Readable)!));
        Post("/message", form => ControlJson.Message(Send(slack, state, form)));
        Post("/edit", form => Done(() => slack.World.Edit(Names.Message(state, form["message"]), Required(form, "text"))));
        Post("/delete", form => Done(() => slack.World.Delete(Names.Message(state, form["message"]))));
        Post(
            "/command",
            form =>
                ControlJson.Interaction(
                    slack.Interactions.Command(
                        User(form),
                        Names.Channel(state, form["channel"], User(form)),
                        Required(form, "command"),
                        form["text"].Text() ?? ""
                    )
                )
        );
        Post(
            "/shortcut",
            form =>
                ControlJson.Interaction(
                    slack.Interactions.MessageShortcut(User(form), Names.Message(state, form["message"]), Required(form, "callback_id"))
                )
        );
        Post(
            "/click",
            form =>
                ControlJson.Interaction(
                    slack.Interactions.Click(
                        User(form),
                        Names.Message(state, form["message"]),
                        Required(form, "action_id"),
                        form["value"].Text()
                    )
                )
        );
        Post(
            "/feedback",
            form =>
                ControlJson.Interaction(
                    slack.Interactions.GiveFeedback(User(form), Names.Message(state, form["message"]), form["positive"].Flag() == true)
                )
        );
        Post("/home", form => Done(() => slack.World.OpenHome(User(form), form["tab"].Text() ?? "home")));
        Post("/stop", form => Done(() => slack.World.StopSession(User(form), Names.Message(state, form["message"]))));
        Post("/http", form => Done(() => slack.Push.UseHttp(new Uri(Required(form, "address")))));
        Post("/fault", form => Done(() => Inject(slack, form)));
        Post("/uninstall", _ => Done(slack.World.Uninstall));

        void Post(string path, Func<JsonObject, JsonNode> act) => control.MapPost(path, (JsonObject form) => Read(state, () => act(form)));
        FakeUser User(JsonObject form) => Names.User(slack, state, form["user"]);
    }

    private static IResult Read(SlackState state, Func<JsonNode> answer)
    {
        try
        {
            string json;
            lock (state.Gate)
            {
                json = answer().ToJsonString(Readable);
            }

            return Results.Text(json + "\n", "application/json");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            return Results.BadRequest(exception.Message);
        }
    }

    private static FakeMessage Send(FakeSlackServer slack, SlackState state, JsonObject form)
    {
        FakeUser user = Names.User(slack, state, form["user"]);
        FakeMessage? thread = form["thread"] is { } ts ? Names.Message(state, ts) : null;
        FakeChannel channel = thread?.Channel ?? Names.Channel(state, form["channel"], user);
        return form["mention"].Flag() == true
            ? slack.World.Mention(user, channel, Required(form, "text"), thread)
            : slack.World.Post(user, channel, Required(form, "text"), thread);
    }

    private static void Inject(FakeSlackServer slack, JsonObject form)
    {
        if (form["socket"].Text() is { } socket)
        {
            slack.Sockets.Inject(Enum.Parse<SocketFault>(socket, ignoreCase: true));
        }

        if (form["call"].Text() is { } call)
        {
            slack.Faults.Add(
                new WebApiFault(Enum.Parse<WebApiFaultKind>(call, ignoreCase: true), form["method"].Text(), form["times"].Whole() ?? 1)
            );
        }

        if (form["duplicate_events"].Whole() is { } duplicates)
        {
            slack.Faults.DuplicateEvents(duplicates);
        }

        if (form["lose_acks"].Whole() is { } lost)
        {
            slack.Faults.LoseAcks(lost);
        }
    }

    private static JsonObject Done(Action act)
    {
        act();
        return new JsonObject { ["done"] = true };
    }

    private static string Required(JsonObject form, string name) =>
        form[name].Text() ?? throw new FormatException($"The field {name} is missing.");
}
