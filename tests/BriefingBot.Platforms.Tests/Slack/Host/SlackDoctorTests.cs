using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackDoctorTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Token_scopes_Socket_Mode_and_membership_are_looked_at()
    {
        await using var slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { Scopes = Manifest.Socket.Scopes }, Cancellation);
        slack.World.AddChannel("general");

        var findings = await ExamineAsync(slack);

        Assert.Equal(4, findings.Count);
        Assert.All(findings, static finding => Assert.StartsWith("ok: ", finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_signed_HTTP_a_host_that_takes_local_names_only_is_found()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

        var closed = await ExamineAsync(slack, ("BRIEFINGBOT__Slack__Mode", "Http"));
        var open = await ExamineAsync(
            slack,
            ("BRIEFINGBOT__Slack__Mode", "Http"),
            ("BRIEFINGBOT__Web__AllowedHosts", "bot.example.com;localhost")
        );

        Assert.Contains(
            closed,
            static finding =>
                finding.StartsWith("warn: the web host takes requests for local names only", StringComparison.Ordinal)
                && finding.Contains("Web:AllowedHosts", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(open, static finding => finding.Contains("Web:AllowedHosts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_it_is_said_how_to_get_one()
    {
        await using var slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

        Assert.Contains("docs/slack.md", Assert.Single(await ExamineAsync(slack, ("SLACK_BOT_TOKEN", ""))), StringComparison.Ordinal);
    }

    /// <summary>The checks of Slack: status, what was found, what to do.</summary>
    private async Task<IReadOnlyList<string>> ExamineAsync(FakeSlackServer slack, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll"),
                "doctor",
                "--json",
                "--urls",
                "http://127.0.0.1:0",
                "--data",
                _data.Path,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["SLACK_BOT_TOKEN"] = slack.BotToken;
        start.Environment["SLACK_APP_TOKEN"] = slack.AppToken;
        start.Environment["SLACK_SIGNING_SECRET"] = slack.SigningSecret;
        start.Environment["BRIEFINGBOT__Slack__ApiBaseUrl"] = slack.ApiAddress.ToString();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        using var document = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.DoesNotContain(slack.BotToken, await error, StringComparison.Ordinal);
        return
        [
            .. document
                .RootElement.GetProperty("checks")
                .EnumerateArray()
                .Where(static check => check.GetProperty("name").GetString() == "slack")
                .Select(static check =>
                    $"{check.GetProperty("status").GetString()}: {check.GetProperty("detail").GetString()} {Text(check, "advice")}".TrimEnd()
                ),
        ];
    }

    private static string? Text(JsonElement check, string name) =>
        check.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
