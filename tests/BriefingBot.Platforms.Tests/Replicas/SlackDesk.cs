using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>People who ask on a fake Slack, in channels enough for no limit of a channel or a person to count.</summary>
public sealed class SlackDesk : IAsyncDisposable
{
    private const int Channels = 10;
    private const int People = 25;

    /// <summary>Sooner than Slack itself, which tries last after five minutes.</summary>
    private static readonly FakeSlackOptions Quick = new()
    {
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(100)],
    };

    private readonly List<FakeMessage> _asked = [];
    private readonly FakeChannel[] _channels;
    private readonly FakeUser[] _people;

    private SlackDesk(FakeSlackServer server)
    {
        Server = server;
        _channels = [.. Enumerable.Range(0, Channels).Select(number => server.World.AddChannel($"desk-{number}"))];
        _people = [.. Enumerable.Range(0, People).Select(number => server.World.AddUser($"reader-{number}"))];
    }

    public FakeSlackServer Server { get; }

    /// <summary>How many were asked.</summary>
    public int Asked => _asked.Count;

    public static async Task<SlackDesk> StartAsync(CancellationToken cancellationToken) =>
        new(await FakeSlackServer.StartAsync(Quick, cancellationToken));

    /// <summary>The next person asks in the next channel.</summary>
    public FakeMessage Ask()
    {
        int number = _asked.Count;
        string text = number % 2 == 0 ? SlackNewsroom.Question : SlackNewsroom.OtherQuestion;
        var question = Server.World.Mention(_people[number % People], _channels[number % Channels], text);
        _asked.Add(question);
        return question;
    }

    /// <summary>Waits until all but some are answered to the end.</summary>
    public Task WaitForAnswersAsync(int butFor, TimeSpan patience, CancellationToken cancellationToken) =>
        Server.Record.WaitUntilAsync(() => _asked.Count(question => !IsAnswered(question)) <= butFor, patience, cancellationToken);

    /// <summary>A line for each question that was not answered once and rightly.</summary>
    public IReadOnlyList<string> FindWrong() => [.. _asked.Select((question, number) => Describe(number, question)).OfType<string>()];

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private bool IsAnswered(FakeMessage question) =>
        AnswersTo(question).Any(static answer => answer is { IsStreaming: false, Metadata: not null });

    private IEnumerable<FakeMessage> AnswersTo(FakeMessage question) =>
        Server.Record.AnswersTo(question).Where(static answer => !answer.IsDeleted);

    private string? Describe(int number, FakeMessage question)
    {
        string expected = number % 2 == 0 ? "Blinken" : "sanctions";
        string[] answers = [.. AnswersTo(question).Select(static answer => answer.VisibleText)];
        return answers is [var only] && only.Contains(expected, StringComparison.Ordinal)
            ? null
            : $"Slack question {number} ({question.Ts}) has {answers.Length} answers: {string.Join(" | ", answers)}";
    }
}
