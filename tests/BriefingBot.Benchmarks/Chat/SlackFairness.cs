using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The run on Slack.</summary>
internal sealed class SlackFairness : FairnessRun
{
    private readonly SlackOn _bot;
    private readonly FakeChannel _limited;
    private readonly FakeChannel[] _channels;
    private readonly FakeUser[] _people;
    private readonly List<FakeMessage> _waiting = [];

    private SlackFairness(SlackOn bot)
    {
        _bot = bot;
        _people = [.. Enumerable.Range(0, People).Select(i => bot.Slack.World.AddUser($"reader-{i}"))];
        _channels = [.. Enumerable.Range(0, Elsewhere).Select(i => bot.Slack.World.AddChannel($"desk-{i}"))];
        _limited = bot.Slack.World.AddChannel("limited");
    }

    protected override IServiceProvider Services => _bot.Services;

    public static async Task<FairnessRun> StartAsync(CancellationToken cancellationToken) => new SlackFairness(await SlackOn.StartAsync(Patience, cancellationToken));

    public override void Limit(TimeSpan retryAfter) => _bot.Slack.Faults.Channels.Limit(_limited, retryAfter);

    public override void Lift() => _bot.Slack.Faults.Channels.Lift(_limited);

    public override int CountPosted() => _waiting.Count(question => _bot.Slack.Record.AnswersTo(question).Count > 0);

    public override async Task<int> WaitForLimitedAsync(CancellationToken cancellationToken)
    {
        foreach (var question in _waiting)
        {
            await _bot.Slack.Record.WaitForAnswerAsync(question, IsDone, Patience, cancellationToken);
        }

        return _waiting.Count(question => _bot.Slack.Record.AnswersTo(question).Count(static answer => !answer.IsDeleted) != 1);
    }

    public override ValueTask DisposeAsync() => _bot.DisposeAsync();

    protected override Task AskAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        WaitAsync(_bot.Slack.World.Mention(_people[person], _channels[channel], question), cancellationToken);

    protected override Task AskDirectlyAsync(int person, string question, CancellationToken cancellationToken) =>
        WaitAsync(_bot.Slack.World.SendDirectMessage(_people[person], question), cancellationToken);

    protected override Task AskByCommandAsync(int person, int channel, string question, CancellationToken cancellationToken) => _bot.Slack.Record.WaitForAnswerAsync(
        _bot.Slack.Interactions.Command(_people[person], _channels[channel], "/briefing", $"ask {question}"),
        static answer => answer.VisibleText.Contains("*Sources*", StringComparison.Ordinal),
        Patience,
        cancellationToken);

    protected override ChatQuestionId AskInLimited(int person, string question)
    {
        var asked = _bot.Slack.World.Mention(_people[person], _limited, question);
        _waiting.Add(asked);
        return MessageTriage.IdOf(new BotIdentity(_bot.Slack.TeamId, "", null), _limited.Id, asked.Ts);
    }

    /// <summary>The mark comes with the end of an answer.</summary>
    private static bool IsDone(FakeMessage answer) => answer is { IsDeleted: false, Metadata: not null };

    private Task WaitAsync(FakeMessage question, CancellationToken cancellationToken) => _bot.Slack.Record.WaitForAnswerAsync(question, IsDone, Patience, cancellationToken);
}
