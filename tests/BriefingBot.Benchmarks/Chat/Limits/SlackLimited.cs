using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>On Slack.</summary>
internal sealed class SlackLimited(SlackRoom room) : LimitedRoom
{
    private readonly FakeChannel _limited = room.Channels[Elsewhere];
    private readonly List<FakeMessage> _waiting = [];

    private FakeSlackServer Slack => room.Slack;

    public override void Limit(TimeSpan retryAfter) => Slack.Faults.Channels.Limit(_limited, retryAfter);

    public override void Lift() => Slack.Faults.Channels.Lift(_limited);

    public override int CountPosted() => _waiting.Count(question => Slack.Record.AnswersTo(question).Count > 0);

    public override Task WaitForPostedAsync(int count, CancellationToken cancellationToken) =>
        Slack.Record.WaitUntilAsync(() => CountPosted() >= count, Patience, cancellationToken);

    public override async Task WaitForLimitedAsync(CancellationToken cancellationToken)
    {
        foreach (var question in _waiting)
        {
            await WaitAsync(question, cancellationToken);
        }
    }

    public override int CountNotOnce() =>
        _waiting.Count(question => Slack.Record.AnswersTo(question).Count(static answer => !answer.IsDeleted) != 1);

    protected override Task AskAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        WaitAsync(Slack.World.Mention(room.Readers[person], room.Channels[channel], question), cancellationToken);

    protected override Task AskDirectlyAsync(int person, string question, CancellationToken cancellationToken) =>
        WaitAsync(Slack.World.SendDirectMessage(room.Readers[person], question), cancellationToken);

    protected override Task AskByCommandAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        Slack.Record.WaitForAnswerAsync(
            Slack.Interactions.Command(room.Readers[person], room.Channels[channel], "/briefing", $"ask {question}"),
            static answer => answer.VisibleText.Contains("*Sources*", StringComparison.Ordinal),
            Patience,
            cancellationToken
        );

    protected override ChatQuestionId AskInLimited(int person, string question)
    {
        var asked = Slack.World.Mention(room.Readers[person], _limited, question);
        _waiting.Add(asked);
        return MessageTriage.IdOf(new BotIdentity(Slack.TeamId, "", null), _limited.Id, asked.Ts);
    }

    /// <summary>The mark comes with the end of an answer.</summary>
    private static bool IsDone(FakeMessage answer) => answer is { IsDeleted: false, Metadata: not null };

    private Task WaitAsync(FakeMessage question, CancellationToken cancellationToken) =>
        Slack.Record.WaitForAnswerAsync(question, IsDone, Patience, cancellationToken);
}
