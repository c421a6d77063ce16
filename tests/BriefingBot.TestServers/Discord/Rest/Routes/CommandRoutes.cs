using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>Registration of application commands, global and by guild.</summary>
internal static class CommandRoutes
{
    private const string Global = "/applications/{application_id}/commands";
    private const string ByGuild = "/applications/{application_id}/guilds/{guild_id}/commands";

    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [
            new("GET", Global, request => List(state, request, null)),
            new("GET", ByGuild, request => List(state, request, ApplicationRoutes.Guild(state, request).Id)),
            new("PUT", Global, request => Overwrite(state, request, null)),
            new("PUT", ByGuild, request => Overwrite(state, request, ApplicationRoutes.Guild(state, request).Id)),
            new("POST", Global, request => Create(state, request, null)),
            new("POST", ByGuild, request => Create(state, request, ApplicationRoutes.Guild(state, request).Id)),
            new("DELETE", Global + "/{command_id}", request => Delete(state, request, null)),
            new("DELETE", ByGuild + "/{command_id}", request => Delete(state, request, ApplicationRoutes.Guild(state, request).Id)),
        ];

    private static RestResponse List(DiscordState state, RestRequest request, ulong? guild)
    {
        RefuseOther(state, request);
        return Ok(state.Commands.Of(guild ?? 0));
    }

    private static RestResponse Overwrite(DiscordState state, RestRequest request, ulong? guild)
    {
        RefuseOther(state, request);
        FormErrors errors = new();
        if (request.Body is not JsonArray asked)
        {
            errors.WrongType("", "list");
            errors.ThrowIfAny();
            throw DiscordErrorException.NotFound();
        }

        CommandRules.Check(errors, asked, state.Options.Strict);
        errors.ThrowIfAny();
        List<JsonObject> existing = state.Commands.Of(guild ?? 0);
        List<JsonObject> commands = [.. asked.Select(command => Complete(state, command!.AsObject(), existing, guild))];
        RefuseTooMany(
            state,
            guild,
            commands.Count(command => existing.TrueForAll(other => other["id"]!.GetValue<string>() != command["id"]!.GetValue<string>()))
        );
        existing.Clear();
        existing.AddRange(commands);
        state.Record.Counters.CommandOverwrites++;
        return Ok(existing);
    }

    private static RestResponse Create(DiscordState state, RestRequest request, ulong? guild)
    {
        RefuseOther(state, request);
        FormErrors errors = new();
        CommandRules.Check(errors, "", request.Form, state.Options.Strict);
        errors.ThrowIfAny();
        List<JsonObject> existing = state.Commands.Of(guild ?? 0);
        JsonObject command = Complete(state, request.Form, existing, guild);
        int replaced = existing.RemoveAll(other => other["id"]!.GetValue<string>() == command["id"]!.GetValue<string>());
        RefuseTooMany(state, guild, 1 - replaced);
        existing.Add(command);
        return new RestResponse(replaced == 0 ? 201 : 200, command.DeepClone());
    }

    private static RestResponse Delete(DiscordState state, RestRequest request, ulong? guild)
    {
        RefuseOther(state, request);
        string id = request.Id("command_id").ToString();
        return state.Commands.Of(guild ?? 0).RemoveAll(command => command["id"]!.GetValue<string>() == id) == 1
            ? RestResponse.NoContent
            : throw new DiscordErrorException(404, 10063, "Unknown application command");
    }

    // Same name and type is the same command: it keeps its id, and its version when nothing else changed.
    private static JsonObject Complete(DiscordState state, JsonObject asked, List<JsonObject> existing, ulong? guild)
    {
        int type = asked["type"].AsInt() ?? (int)CommandType.ChatInput;
        JsonObject? old = existing.Find(command =>
            command["name"].AsString() == asked["name"].AsString() && command["type"].AsInt() == type
        );
        JsonObject command = new()
        {
            ["id"] = old?["id"]!.GetValue<string>() ?? state.Ids.Next().ToString(),
            ["application_id"] = state.Application.Id.ToString(),
            ["version"] = old?["version"]!.GetValue<string>() ?? state.Ids.Next().ToString(),
            ["default_member_permissions"] = asked["default_member_permissions"].AsString(),
            ["type"] = type,
            ["name"] = asked["name"].AsString(),
            ["name_localizations"] = asked["name_localizations"]?.DeepClone(),
            ["description"] = asked["description"].AsString() ?? "",
            ["description_localizations"] = asked["description_localizations"]?.DeepClone(),
            ["integration_types"] = asked["integration_types"]?.DeepClone() ?? new JsonArray(0),
            ["nsfw"] = asked["nsfw"].AsBool() ?? false,
        };
        if (guild is { } id)
        {
            command["guild_id"] = id.ToString();
        }
        else
        {
            command["contexts"] = asked["contexts"]?.DeepClone();
            command["dm_permission"] = asked["contexts"] is not JsonArray contexts || contexts.Any(static context => context.AsInt() == 1);
        }

        if (asked["options"] is JsonArray { Count: > 0 } options)
        {
            command["options"] = options.DeepClone();
        }

        if (old is not null && !JsonNode.DeepEquals(old, command))
        {
            command["version"] = state.Ids.Next().ToString();
        }

        return command;
    }

    private static void RefuseTooMany(DiscordState state, ulong? guild, int created)
    {
        if (!state.Commands.TryCountCreations(guild ?? 0, created))
        {
            throw new DiscordErrorException(
                400,
                30034,
                $"Max number of daily application command creates has been reached ({state.Options.CommandCreateLimit})"
            );
        }
    }

    private static void RefuseOther(DiscordState state, RestRequest request)
    {
        if (request.Id("application_id") != state.Application.Id)
        {
            throw new DiscordErrorException(403, 20012, "You are not authorized to perform this action on this application");
        }
    }

    private static RestResponse Ok(List<JsonObject> commands) =>
        RestResponse.Ok(new JsonArray([.. commands.Select(static command => command.DeepClone())]));
}
