using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rest;
using BriefingBot.Inference.Encoders;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Sources;
using BriefingBot.Storage.Sqlite;
using BriefingBot.TestServers.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>
/// Five thousand broken events of the gateway: each is dealt with or refused as unreadable, none hangs, and the next good one is taken.
/// </summary>
public sealed class DiscordFuzzTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly DataFolder _data = new();
    private readonly TestLog _log = new();
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Broken_events_of_all_kinds_are_dealt_with_or_refused()
    {
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                RateLimits = new TestServers.Discord.Rest.RateLimits.RateLimitOptions { Enabled = false, GlobalPerSecond = 0 },
            },
            Cancellation
        );
        var channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        var ada = discord.World.AddUser("ada");
        channel.Guild!.AddMember(ada);
        await using var services = Build(discord);
        await services.GetRequiredService<ICoverageStore>().OpenAsync(Cancellation);
        var events = services.GetRequiredService<DiscordEvents>();
        BotIdentity self = new(Snowflake.Parse(discord.Application.Bot.Id.ToString()), Snowflake.Parse(discord.Application.Id.ToString()));

        foreach (
            var (name, originals) in DiscordPayloads.All(
                self.User.ToString(),
                channel.Id.ToString(),
                channel.Guild.Id.ToString(),
                ada.Id.ToString()
            )
        )
        {
            await RunAsync(
                events,
                self,
                name,
                new MutatedJson(name.Length, originals),
                name is "MESSAGE_CREATE" or "INTERACTION_CREATE" ? 1800 : 350
            );
        }

        await services
            .GetRequiredKeyedService<TrackedWork>(DiscordPlatform.PlatformName)
            .DrainAsync()
            .WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Empty(_found);
        Assert.DoesNotContain(_log.Lines, static line => UnexpectedErrors.IsOne(line));
    }

    private async Task RunAsync(DiscordEvents events, BotIdentity self, string name, MutatedJson inputs, int count)
    {
        for (int i = 0; i < count; i++)
        {
            GatewayEvent received = new(0, "session", i + 1, name, inputs.Next());
            long started = Stopwatch.GetTimestamp();
            var error = await Record.ExceptionAsync(async () =>
            {
                events.Receive(received);
                await events.HandleAsync(received, self, Cancellation).WaitAsync(Longest, Cancellation);
            });
            UnexpectedErrors.Keep(
                _found,
                $"{name} {i}",
                error is JsonException or DiscordApiException ? null : error,
                received.Data.GetRawText()
            );
            Assert.True(Stopwatch.GetElapsedTime(started) < Longest);
        }
    }

    private ServiceProvider Build(FakeDiscord discord)
    {
        ServiceCollection services = new();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log));
        services.AddEncoder(static _ => { });
        services.AddSqliteCoverageStore(options => options.Path = Path.Combine(_data.Path, "briefingbot.sqlite"));
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<SourceLimits>();
        services.AddSingleton<EncoderCalibrations>();
        services.AddSingleton<HybridRetriever>();
        services.AddSingleton<OverviewRetriever>();
        services.AddSingleton<ExtractiveComposer>();
        services.AddSingleton<GapRecorder>();
        services.AddSingleton<RequestTable>();
        services.AddSingleton<ConversationTurnHandler>();
        services.AddSingleton<LatestBriefing>();
        services.AddSingleton(new CoverageSources([]));
        services.AddSourceFetching(static _ => { });
        services.AddChat();
        services.AddDiscord(options => (options.Token, options.RestBaseUrl) = (discord.Token, discord.BaseAddress.ToString()));
        return services.BuildServiceProvider();
    }
}
