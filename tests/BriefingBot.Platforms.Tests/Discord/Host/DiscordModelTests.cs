using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>Answers that a language model writes, on Discord.</summary>
public sealed class DiscordModelTests : IAsyncLifetime
{
    private const string Question = "What did Russia and North Korea agree in their treaty?";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DataFolder _data = new();
    private FakeDiscord _discord = null!;
    private FakeModel _model = null!;
    private FakeChannel _channel = null!;
    private FakeUser _user = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions(), Cancellation);
        _model = await FakeModel.StartAsync(cancellationToken: Cancellation);
        var guild = _discord.World.AddGuild("Newsroom");
        _channel = guild.AddTextChannel("desk");
        _user = _discord.World.AddUser("ada");
        guild.AddMember(_user);
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _model.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Prose_comes_with_its_sources_and_what_was_left_out_is_named_with_the_passages()
    {
        _model.Script = new DelegateScript(call =>
            ModelReply.Of([
                .. new TruthfulScript { Wording = Wording.Rephrased }
                    .Reply(call)
                    .Sentences,
                WrittenSentence.Marked("The two sides also signed 4,711 contracts.", "", 1),
            ])
        );
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation, ModelSettings.Of(_model));

        _discord.World.Mention(_user, _channel, Question);
        // Long answers have several parts, the buttons below the last.
        var last = await _discord.Record.WaitForMessageAsync(static part => part.Components.Count > 0, Patience, Cancellation);
        string answer = string.Join('\n', _discord.Record.BotMessages.Select(static part => part.Content));
        string button = last
            .Components.ToJsonString()
            .Split('"')
            .Single(static text => text.StartsWith("passages:", StringComparison.Ordinal));
        var click = _discord.Interactions.ClickButton(_user, last, button);
        var passages = await _discord.Record.WaitForMessageAsync(
            message => message.Interaction == click && message.Content.Contains("The two sides also signed", StringComparison.Ordinal),
            Patience,
            Cancellation
        );

        Assert.Contains("Written by a language model", answer, StringComparison.Ordinal);
        Assert.Contains("1 sentence did not pass the check", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("4,711", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("4,711", passages.Content, StringComparison.Ordinal);
        Assert.Empty(_discord.Record.Violations);
    }

    [Fact]
    public async Task Without_its_model_the_bot_quotes_and_says_so()
    {
        _model.Faults.Add(ModelFaultKind.ErrorStatus, 5);
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation, ModelSettings.Of(_model));

        var answer = await _discord.Record.WaitForAnswerAsync(
            _discord.World.Mention(_user, _channel, Question),
            timeout: Patience,
            cancellationToken: Cancellation
        );
        // What is said below an answer stands in its last message.
        var last = await _discord.Record.WaitForMessageAsync(
            message => message.Channel == _channel && message.Components.Count > 0,
            Patience,
            Cancellation
        );

        Assert.Contains("[[1]](<https:", answer.Content, StringComparison.Ordinal);
        Assert.Contains(
            "The language model could not be reached; this quotes the articles instead.",
            last.Content,
            StringComparison.Ordinal
        );
    }
}
