using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord.Control;

/// <summary>What the C# surface does, for curl: below /_fake, with users, channels and messages named by name or id.</summary>
internal static class ControlEndpoints
{
    public static void Map(WebApplication app, FakeDiscord discord, DiscordState state)
    {
        RouteGroupBuilder control = app.MapGroup("/_fake");
        control.MapGet("/state", () => Read(state, () => ControlJson.State(state)));
        control.MapGet(
            "/messages",
            (string channel) => Read(state, () => new JsonArray([.. Names.Channel(state, channel).Messages.Select(ControlJson.Message)]))
        );
        control.MapGet("/answers", () => Read(state, () => new JsonArray([.. discord.Record.BotMessages.Select(ControlJson.Message)])));
        control.MapGet(
            "/commands",
            (string? guild) => Read(state, () => new JsonArray([.. discord.Commands.Commands(guild is null ? null : ulong.Parse(guild))]))
        );
        control.MapGet("/requests", () => Read(state, () => JsonSerializer.SerializeToNode(discord.Record.Requests)!));
        control.MapGet("/counters", () => Read(state, () => JsonSerializer.SerializeToNode(discord.Record.Counters)!));
        control.MapGet("/violations", () => Read(state, () => JsonSerializer.SerializeToNode(discord.Record.Violations)!));
        control.MapPost("/message", (JsonObject form) => Read(state, () => ControlJson.Message(Send(discord, state, form))));
        control.MapPost(
            "/command",
            (JsonObject form) =>
                Read(
                    state,
                    () =>
                        ControlJson.Interaction(
                            discord.Interactions.InvokeCommand(
                                Names.User(state, form["user"]),
                                Names.Channel(state, form["channel"]),
                                Required(form, "command"),
                                Options(form),
                                form["force"].AsBool() == true
                            )
                        )
                )
        );
        control.MapPost(
            "/message-command",
            (JsonObject form) =>
                Read(
                    state,
                    () =>
                        ControlJson.Interaction(
                            discord.Interactions.InvokeMessageCommand(
                                Names.User(state, form["user"]),
                                Names.Message(state, form["message"]),
                                Required(form, "command"),
                                form["force"].AsBool() == true
                            )
                        )
                )
        );
        control.MapPost(
            "/button",
            (JsonObject form) =>
                Read(
                    state,
                    () =>
                        ControlJson.Interaction(
                            discord.Interactions.ClickButton(
                                Names.User(state, form["user"]),
                                Names.Message(state, form["message"]),
                                Required(form, "custom_id")
                            )
                        )
                )
        );
        control.MapPost("/fault", (JsonObject form) => Read(state, () => Inject(discord, form)));
    }

    private static IResult Read(DiscordState state, Func<JsonNode> answer)
    {
        try
        {
            string json;
            lock (state.Gate)
            {
                json = answer().ToJsonString(new JsonSerializerOptions { WriteIndented = true });
            }

            return Results.Text(json + "\n", "application/json");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            return Results.BadRequest(exception.Message);
        }
    }

    private static FakeMessage Send(FakeDiscord discord, DiscordState state, JsonObject form)
    {
        FakeUser user = Names.User(state, form["user"]);
        FakeMessage? replyTo = form["reply_to"] is { } id ? Names.Message(state, id) : null;
        FakeChannel channel = replyTo?.Channel ?? Names.Channel(state, form["channel"], user);
        string mention = form["mention"].AsBool() == true ? discord.Application.Bot.Mention + " " : "";
        return discord.World.Send(user, channel, mention + Required(form, "content"), replyTo);
    }

    private static JsonObject Inject(FakeDiscord discord, JsonObject form)
    {
        if (form["gateway"].AsString() is { } gateway)
        {
            discord.Gateway.Inject(Enum.Parse<GatewayFault>(gateway, ignoreCase: true));
        }

        if (form["rest"].AsString() is { } rest)
        {
            discord.Faults.Add(
                new RestFault(Enum.Parse<RestFaultKind>(rest, ignoreCase: true), form["route"].AsString(), form["times"].AsInt() ?? 1)
            );
        }

        return new JsonObject { ["done"] = true };
    }

    private static Dictionary<string, object> Options(JsonObject form) =>
        (form["options"] as JsonObject ?? []).ToDictionary(
            static option => option.Key,
            static option =>
                (object?)option.Value.AsString()
                ?? (object?)option.Value.AsBool()
                ?? option.Value.AsInt()
                ?? throw new FormatException($"Option {option.Key} is neither text, number nor true or false."),
            StringComparer.Ordinal
        );

    private static string Required(JsonObject form, string name) =>
        form[name].AsString() ?? throw new FormatException($"The field {name} is missing.");
}
