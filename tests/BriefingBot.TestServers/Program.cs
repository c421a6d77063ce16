using BriefingBot.TestServers.Discord;

// dotnet run --project tests/BriefingBot.TestServers -- discord --port 9100
int port = 9100;
if (args is not (["discord"] or ["discord", "--port", _]) || (args is [_, _, { } text] && !int.TryParse(text, out port)))
{
    await Console.Error.WriteLineAsync("Usage: discord [--port PORT]");
    return 2;
}

await FakeDiscordProgram.RunAsync(port);
return 0;
