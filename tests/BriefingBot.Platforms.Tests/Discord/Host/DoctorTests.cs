using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class DoctorTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Token_intents_sessions_and_servers_are_looked_at()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        discord.World.AddGuild("Newsroom");
        var readers = discord.World.AddGuild("Readers", Permissions.ViewChannel | Permissions.SendMessages);
        readers.Everyone.Permissions = Permissions.ViewChannel;

        var findings = await ExamineAsync(discord);

        Assert.Contains(
            findings,
            finding =>
                finding.StartsWith($"ok: the token is that of BriefingBot (application {discord.Application.Id})", StringComparison.Ordinal)
        );
        Assert.Contains(findings, finding => finding.StartsWith("ok: no privileged intent", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("ok: 1000 of 1000 session starts", StringComparison.Ordinal));
        Assert.Contains("ok: Newsroom: all permissions are granted.", findings);
        Assert.Contains(
            findings,
            finding =>
                finding.StartsWith(
                    "fail: Readers: the bot lacks Read Message History, Create Public Threads, Send Messages in Threads.",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            findings,
            finding =>
                finding.Contains(
                    $"client_id={discord.Application.Id}&scope=bot+applications.commands&permissions=309237713920",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(0, discord.Record.Counters.Connections);
    }

    [Fact]
    public async Task A_wrong_token_is_said_without_being_shown()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);

        var findings = await ExamineAsync(discord, ("DISCORD_TOKEN", "mistyped-token"));

        Assert.Contains("Reset Token", Assert.Single(findings), StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped", findings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GatewayIntents.None, "fail: Discord:MessageContent is on")]
    [InlineData(GatewayIntents.MessageContent, "ok: the Message Content Intent is granted")]
    public async Task An_intent_that_is_asked_for_has_to_be_granted(GatewayIntents granted, string expected)
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { PrivilegedIntents = granted }, Cancellation);

        var findings = await ExamineAsync(discord, ("BRIEFINGBOT__Discord__MessageContent", "true"));

        Assert.Contains(findings, finding => finding.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_can_come_from_a_file()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        string file = Path.Combine(_data.Path, "token");
        await File.WriteAllTextAsync(file, $"{discord.Token}\n", Cancellation);

        var findings = await ExamineAsync(discord, ("DISCORD_TOKEN", ""), ("BRIEFINGBOT__Discord__TokenFile", file));

        Assert.Contains(findings, finding => finding.StartsWith("ok: the token is that of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_a_running_bot_was_turned_away_from_is_named_with_what_to_do()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        using DataFolder data = new();
        await using var bot = RunningBot.Launch(
            data,
            [("DISCORD_TOKEN", "mistyped-token"), ("BRIEFINGBOT__Discord__RestBaseUrl", discord.BaseAddress.ToString())],
            []
        );
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
        await bot.WaitForLogAsync("Indexed:", Cancellation);

        var findings = await ExamineAsync(discord, "running platforms", (await bot.GetAddressAsync(Cancellation)).ToString(), []);

        string finding = Assert.Single(findings);
        Assert.StartsWith("fail: discord: stopped since", finding, StringComparison.Ordinal);
        Assert.Contains("Reset the token in the Developer Portal", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "warn: Chat:PublicBaseUrl is not set")]
    [InlineData("https://briefing.example.org", "ok: marks and sources in chat lead to the quoted passage at https://briefing.example.org")]
    public async Task Where_citations_lead_is_said_once(string address, string expected)
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        await using (await BotOnDiscord.StartAsync(discord, _data, Cancellation))
        {
            (string, string)[] environment = address.Length == 0 ? [] : [("BRIEFINGBOT__Chat__PublicBaseUrl", address)];

            var findings = await ExamineAsync(discord, "citation links", "http://127.0.0.1:0", environment);

            Assert.StartsWith(expected, Assert.Single(findings), StringComparison.Ordinal);
        }
    }

    /// <summary>The checks of Discord: status, what was found, what to do.</summary>
    private Task<IReadOnlyList<string>> ExamineAsync(FakeDiscord discord, params (string Name, string Value)[] environment) =>
        ExamineAsync(discord, "discord", "http://127.0.0.1:0", environment);

    private async Task<IReadOnlyList<string>> ExamineAsync(
        FakeDiscord discord,
        string check,
        string urls,
        (string Name, string Value)[] environment
    )
    {
        ProcessStartInfo start = new(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll"), "doctor", "--json", "--urls", urls, "--data", _data.Path]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DISCORD_TOKEN"] = discord.Token;
        start.Environment["BRIEFINGBOT__Discord__RestBaseUrl"] = discord.BaseAddress.ToString();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        using var document = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.DoesNotContain(discord.Token, await error, StringComparison.Ordinal);
        return
        [
            .. document
                .RootElement.GetProperty("checks")
                .EnumerateArray()
                .Where(found => found.GetProperty("name").GetString() == check)
                .Select(found =>
                    $"{found.GetProperty("status").GetString()}: {found.GetProperty("detail").GetString()} {Text(found, "advice")}".TrimEnd()
                ),
        ];
    }

    private static string? Text(JsonElement check, string name) =>
        check.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
