using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Faults;

namespace BriefingBot.TestServers.Models.Control;

/// <summary>What the C# surface does, for curl: below /_fake.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Map(WebApplication app, FakeModel model)
    {
        RouteGroupBuilder control = app.MapGroup("/_fake");
        control.MapGet("/counters", () => Results.Json(model.Record.Counters, Indented));
        control.MapGet(
            "/exchanges",
            () =>
                Results.Text(
                    new JsonArray([
                        .. model.Record.Exchanges.Select(static exchange => new JsonObject
                        {
                            ["id"] = exchange.Id,
                            ["path"] = exchange.Path,
                            ["status"] = exchange.Status,
                            ["fault"] = exchange.Fault,
                            ["body"] = exchange.Body?.DeepClone(),
                            ["written"] = exchange.Written,
                            ["ended"] = exchange.IsEnded,
                            ["abandoned"] = exchange.IsAbandoned,
                        }),
                    ]).ToJsonString(Indented),
                    "application/json"
                )
        );
        control.MapPost("/script", (JsonObject form) => Try(() => model.Script = NamedScripts.Make(form)));
        control.MapPost("/fault", (JsonObject form) => Try(() => model.Faults.Add(ReadFault(form))));
    }

    private static IResult Try(Action change)
    {
        try
        {
            change();
            return Results.Ok();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException)
        {
            return Results.BadRequest(exception.Message);
        }
    }

    private static ModelFault ReadFault(JsonObject form)
    {
        ModelFault fault = new(Enum.Parse<ModelFaultKind>((string?)form["kind"] ?? "", ignoreCase: true), (int?)form["times"] ?? 1);
        return fault with
        {
            Status = (int?)form["status"] ?? fault.Status,
            RetryAfter = (double?)form["retry_after"] is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Duration = TimeSpan.FromMilliseconds((double?)form["ms"] ?? fault.Duration.TotalMilliseconds),
            AfterTokens = (int?)form["after"] ?? fault.AfterTokens,
            Nonsense = (string?)form["nonsense"] is { } nonsense ? Enum.Parse<NonsenseKind>(nonsense, ignoreCase: true) : fault.Nonsense,
        };
    }
}
