using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord;
using BriefingBot.Discord.Messages;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>On Discord.</summary>
internal sealed class DiscordLimited(DiscordRoom room) : LimitedRoom
{
    private readonly FakeChannel _limited = room.Channels[Elsewhere];
    private readonly List<FakeMessage> _waiting = [];

    private FakeDiscord Discord => room.Discord;

    public override void Limit(TimeSpan retryAfter) => Discord.Faults.Channels.Limit(_limited, retryAfter);

    public override void Lift() => Discord.Faults.Channels.Lift(_limited);

    public override int CountPosted() => _waiting.Count(question => Discord.Record.AnswersTo(question).Count > 0);

    public override Task WaitForPostedAsync(int count, CancellationToken cancellationToken) =>
        Discord.Record.WaitUntilAsync(() => CountPosted() >= count, Patience, cancellationToken);

    public override async Task WaitForLimitedAsync(CancellationToken cancellationToken)
    {
        foreach (var question in _waiting)
        {
            await WaitAsync(question, cancellationToken);
        }
    }

    public override int CountNotOnce() => _waiting.Count(question => Discord.Record.AnswersTo(question).Count != 1);

    protected override Task AskAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        WaitAsync(Discord.World.Mention(room.Readers[person], room.Channels[channel], question), cancellationToken);

    protected override Task AskDirectlyAsync(int person, string question, CancellationToken cancellationToken) =>
        WaitAsync(Discord.World.SendDirectMessage(room.Readers[person], question), cancellationToken);

    protected override Task AskByCommandAsync(int person, int channel, string question, CancellationToken cancellationToken) =>
        Discord.Record.WaitForAnswerAsync(
            Discord.Interactions.InvokeCommand(
                room.Readers[person],
                room.Channels[channel],
                "ask",
                new Dictionary<string, object> { ["question"] = question }
            ),
            timeout: Patience,
            cancellationToken: cancellationToken
        );

    protected override ChatQuestionId AskInLimited(int person, string question)
    {
        var asked = Discord.World.Mention(room.Readers[person], _limited, question);
        _waiting.Add(asked);
        return MessageTriage.IdOf(new Snowflake(asked.Id));
    }

    private Task WaitAsync(FakeMessage question, CancellationToken cancellationToken) =>
        Discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: cancellationToken);
}
