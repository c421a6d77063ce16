using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord;
using BriefingBot.Discord.Messages;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The run on Discord.</summary>
internal sealed class DiscordFairness : FairnessRun
{
    private readonly DiscordOn _bot;
    private readonly FakeChannel _limited;
    private readonly List<FakeMessage> _waiting = [];

    private DiscordFairness(DiscordOn bot)
    {
        _bot = bot;
        _limited = bot.Room.Channels[Elsewhere];
    }

    protected override IServiceProvider Services => _bot.Services;

    public static async Task<FairnessRun> StartAsync(CancellationToken cancellationToken) =>
        new DiscordFairness(await DiscordOn.StartAsync(Elsewhere + 1, People, Patience, cancellationToken));

    public override void Limit(TimeSpan retryAfter) => _bot.Discord.Faults.Channels.Limit(_limited, retryAfter);

    public override void Lift() => _bot.Discord.Faults.Channels.Lift(_limited);

    public override int CountPosted() => _waiting.Count(question => _bot.Discord.Record.AnswersTo(question).Count > 0);

    public override async Task<int> WaitForLimitedAsync(CancellationToken cancellationToken)
    {
        foreach (var question in _waiting)
        {
            await WaitAsync(question, cancellationToken);
        }

        return _waiting.Count(question => _bot.Discord.Record.AnswersTo(question).Count != 1);
    }

    public override ValueTask DisposeAsync() => _bot.DisposeAsync();

    protected override Task AskAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        WaitAsync(_bot.Discord.World.Mention(_bot.Room.Readers[person], _bot.Room.Channels[channel], question), cancellationToken);

    protected override Task AskDirectlyAsync(int person, string question, CancellationToken cancellationToken) =>
        WaitAsync(_bot.Discord.World.SendDirectMessage(_bot.Room.Readers[person], question), cancellationToken);

    protected override Task AskByCommandAsync(int person, int channel, string question, CancellationToken cancellationToken) => _bot.Discord.Record.WaitForAnswerAsync(
        _bot.Discord.Interactions.InvokeCommand(_bot.Room.Readers[person], _bot.Room.Channels[channel], "ask", new Dictionary<string, object> { ["question"] = question }),
        timeout: Patience,
        cancellationToken: cancellationToken);

    protected override ChatQuestionId AskInLimited(int person, string question)
    {
        var asked = _bot.Discord.World.Mention(_bot.Room.Readers[person], _limited, question);
        _waiting.Add(asked);
        return MessageTriage.IdOf(new Snowflake(asked.Id));
    }

    private Task WaitAsync(FakeMessage question, CancellationToken cancellationToken) => _bot.Discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: cancellationToken);
}
