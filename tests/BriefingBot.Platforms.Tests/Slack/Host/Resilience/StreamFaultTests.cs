using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Resilience;

public sealed class StreamFaultTests(SocketNewsroom room) : IClassFixture<SocketNewsroom>
{
    private const string Start = "chat.startStream";
    private const string Append = "chat.appendStream";
    private const string Stop = "chat.stopStream";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// As many as the bot begins to stream in a minute, with the one that goes well; the question's answer takes a start, two appends and a
    /// stop. A limit holds the method back for those that follow, so the one of the start comes last.
    /// </summary>
    private static readonly (string Method, WebApiFaultKind Fault)[] Cases =
    [
        (Start, WebApiFaultKind.ServerError),
        (Start, WebApiFaultKind.ServerErrorAfterEffect),
        (Start, WebApiFaultKind.DropTcpAfterEffect),
        (Start, WebApiFaultKind.Error),
        (Append, WebApiFaultKind.ServerErrorAfterEffect),
        (Append, WebApiFaultKind.DropTcp),
        (Append, WebApiFaultKind.Error),
        (Append, WebApiFaultKind.RateLimit),
        (Stop, WebApiFaultKind.RateLimit),
        (Stop, WebApiFaultKind.ServerErrorAfterEffect),
        (Stop, WebApiFaultKind.DropTcp),
        (Stop, WebApiFaultKind.Error),
        (Start, WebApiFaultKind.RateLimit),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_to_a_stream_one_whole_answer_comes_of_it()
    {
        var clean = await AnswerToAsync(room.Slack.World.Mention(room.AddUser(), room.AddChannel(), SlackNewsroom.OtherQuestion));
        List<(string Case, FakeMessage Question)> asked = [];
        foreach (var (method, fault) in Cases)
        {
            int hit = room.Slack.Record.Faults.GetValueOrDefault(fault.ToString());
            room.Slack.Faults.Add(new WebApiFault(fault, method));
            var question = room.Slack.World.Mention(room.AddUser(), room.AddChannel(), SlackNewsroom.OtherQuestion);
            await AnswerToAsync(question);
            asked.Add(($"{method} {fault}", question));
            Assert.True(
                room.Slack.Record.Faults.GetValueOrDefault(fault.ToString()) == hit + 1,
                $"{method} was not called, so {fault} did not happen."
            );
        }

        // What is still on its way comes before the answer to a last question.
        await AnswerToAsync(room.Slack.World.SendDirectMessage(room.AddUser(), SlackNewsroom.Question));
        Assert.All(
            asked,
            one =>
            {
                var answer = Assert.Single(room.Slack.Record.AnswersTo(one.Question), static answer => !answer.IsDeleted);
                Assert.Equal((one.Case, Words(clean)), (one.Case, Words(answer)));
                Assert.False(answer.IsStreaming);
            }
        );
    }

    private static string Words(FakeMessage answer) =>
        string.Join(' ', answer.VisibleText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The answer once it carries its mark, which comes with the end of it.</summary>
    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        room.Slack.Record.WaitForAnswerAsync(
            question,
            static answer => !answer.IsDeleted && answer.Metadata is not null,
            Patience,
            Cancellation
        );
}
