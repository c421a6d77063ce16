using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Postgres;
using BriefingBot.TestServers.Slack;

// dotnet run --project tests/BriefingBot.TestServers -- discord --port 9100
// dotnet run --project tests/BriefingBot.TestServers -- slack --port 9200
// dotnet run --project tests/BriefingBot.TestServers -- model --port 9300
// dotnet run --project tests/BriefingBot.TestServers -- postgres --port 9400
if (args is not ([_] or [_, "--port", _]) || !TryReadPort(out int? port))
{
    return await WriteUsageAsync();
}

switch (args[0])
{
    case "discord":
        await FakeDiscordProgram.RunAsync(port ?? 9100);
        return 0;
    case "slack":
        await FakeSlackProgram.RunAsync(port ?? 9200);
        return 0;
    case "model":
        await FakeModelProgram.RunAsync(port ?? 9300);
        return 0;
    case "postgres":
        await PostgresProgram.RunAsync(port ?? 9400);
        return 0;
    default:
        return await WriteUsageAsync();
}

bool TryReadPort(out int? port)
{
    port = args is [_, _, { } text] && int.TryParse(text, out int number) ? number : null;
    return args.Length == 1 || port is not null;
}

static async Task<int> WriteUsageAsync()
{
    await Console.Error.WriteLineAsync("Usage: discord|slack|model|postgres [--port PORT]");
    return 2;
}
