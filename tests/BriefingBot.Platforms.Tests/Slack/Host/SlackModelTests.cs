using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Answers that a language model writes, on Slack.</summary>
public sealed class SlackModelTests : IAsyncLifetime
{
    private const string Question = "What did Russia and North Korea agree in their treaty?";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private FakeModel _model = null!;
    private FakeChannel _channel = null!;
    private FakeUser _user = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlackServer.StartAsync(new FakeSlackOptions(), Cancellation);
        _model = await FakeModel.StartAsync(cancellationToken: Cancellation);
        _model.Script = new TruthfulScript { Wording = Wording.Rephrased };
        _channel = _slack.World.AddChannel("desk");
        _user = _slack.World.AddUser("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _model.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task The_first_checked_sentence_is_in_the_thread_while_the_rest_is_written_and_stays()
    {
        await using var bot = await StartAsync();
        _model.Gate.Close();
        _model.Gate.ReleaseUntil(written => written.Count(unit => unit == ']') >= 2);

        var question = _slack.World.Mention(_user, _channel, Question);
        var growing = await _slack.Record.WaitForMessageAsync(
            message =>
                message.IsStreaming
                && message.ThreadTs == question.Ts
                && message.VisibleText.Contains(@"[\[1\]](", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        string early = growing.VisibleText;
        bool goingOn = _model.Record.Exchanges.Any(static exchange => !exchange.IsEnded);
        _model.Gate.Open();
        var answer = await AnswerToAsync(question);

        Assert.True(goingOn);
        Assert.Same(growing, answer);
        string sentence = early[..early.IndexOf(@" [\[1\]](", StringComparison.Ordinal)];
        Assert.StartsWith(sentence, answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Written by a language model", answer.VisibleText, StringComparison.Ordinal);
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task Stopped_by_its_reader_while_the_model_writes_the_answer_ends_with_what_was_shown_and_the_model_is_let_go()
    {
        await using var bot = await StartAsync();
        _model.Gate.Close();
        _model.Gate.ReleaseUntil(written => written.Count(unit => unit == ']') >= 2);
        var question = _slack.World.SendDirectMessage(_user, Question);
        var growing = await _slack.Record.WaitForMessageAsync(
            message =>
                message.IsStreaming
                && message.ThreadTs == question.Ts
                && message.VisibleText.Contains(@"[\[1\]](", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        var before = _slack.Record.Sessions;

        // The model never writes on: only the end of the work can bring the end of the message.
        _slack.World.StopSession(_user, question);
        var answer = await AnswerToAsync(question);
        await bot.WaitForLogAsync($"{question.Ts} was stopped by its reader before it was answered", Cancellation);
        await bot.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);

        Assert.Same(growing, answer);
        Assert.Contains("Stopped here at your request.", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Sources*", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(["processing"], before.Select(static session => session.Status));
        Assert.Equal(["processing", "active"], _slack.Record.Sessions.Select(static session => session.Status));
        Assert.Empty(_data.Query("SELECT id FROM answer"));
        _model.Gate.Open();
        await AnswerToAsync(_slack.World.Mention(_user, _channel, Question));
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task Without_its_model_the_bot_quotes_and_says_so()
    {
        await using var bot = await StartAsync();
        _model.Faults.Add(ModelFaultKind.ErrorStatus, 5);

        var answer = await AnswerToAsync(_slack.World.Mention(_user, _channel, Question));

        Assert.Contains(@"[\[1\]](", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            "The language model could not be reached; this quotes the articles instead.",
            answer.VisibleText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_person_who_has_used_up_the_day_is_told_and_others_are_not()
    {
        await using var bot = await StartAsync(("Model:AnswersPerUserPerDay", "1"), ("Model:CacheMinutes", "0"));
        var other = _slack.World.AddUser("bob");

        var first = await AnswerToAsync(_slack.World.Mention(_user, _channel, Question));
        var second = await AnswerToAsync(_slack.World.Mention(_user, _channel, Question));
        var third = await AnswerToAsync(_slack.World.Mention(other, _channel, Question));

        Assert.Contains("Written by a language model", first.VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            "You have used up your written answers for today; this quotes the articles instead.",
            second.VisibleText,
            StringComparison.Ordinal
        );
        Assert.Contains("Written by a language model", third.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_that_were_left_out_are_counted_and_named_with_the_passages()
    {
        await using var bot = await StartAsync();
        _model.Script = new DelegateScript(call =>
            ModelReply.Of([
                .. new TruthfulScript { Wording = Wording.Rephrased }
                    .Reply(call)
                    .Sentences,
                WrittenSentence.Marked("The two sides also signed 4,711 contracts.", "", 1),
            ])
        );

        var answer = await AnswerToAsync(_slack.World.Mention(_user, _channel, Question));
        var passages = await _slack.Record.WaitForAnswerAsync(
            _slack.Interactions.Click(_user, answer, "passages"),
            cancellationToken: Cancellation
        );

        Assert.DoesNotContain("4,711", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("1 sentence did not pass the check", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("The two sides also signed", passages.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("4,711", passages.VisibleText, StringComparison.Ordinal);
    }

    private Task<RunningBot> StartAsync(params (string Name, string Value)[] more) =>
        BotOnSlack.StartAsync(_slack, _data, Cancellation, ModelSettings.Of(_model, more));

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _slack.Record.WaitForAnswerAsync(
            question,
            static answer => !answer.IsDeleted && answer.Metadata is not null,
            Patience,
            Cancellation
        );
}
