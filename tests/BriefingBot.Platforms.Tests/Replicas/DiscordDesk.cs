using BriefingBot.Platforms.Tests.Discord.Host;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>People who ask on a fake Discord, in channels enough for no limit of a channel or a person to count.</summary>
public sealed class DiscordDesk : IAsyncDisposable
{
    private const int Channels = 10;
    private const int People = 25;
    private readonly List<FakeMessage> _asked = [];
    private readonly FakeChannel[] _channels;
    private readonly FakeUser[] _people;

    private DiscordDesk(FakeDiscord server)
    {
        Server = server;
        var guild = server.World.AddGuild("Newsroom");
        _channels = [.. Enumerable.Range(0, Channels).Select(number => guild.AddTextChannel($"desk-{number}"))];
        _people = [.. Enumerable.Range(0, People).Select(number => server.World.AddUser($"reader-{number}"))];
        foreach (var person in _people)
        {
            guild.AddMember(person);
        }
    }

    public FakeDiscord Server { get; }

    /// <summary>How many were asked.</summary>
    public int Asked => _asked.Count;

    public static async Task<DiscordDesk> StartAsync(CancellationToken cancellationToken) =>
        new(await FakeDiscord.StartAsync(new FakeDiscordOptions(), cancellationToken));

    /// <summary>The next person asks in the next channel.</summary>
    public FakeMessage Ask()
    {
        int number = _asked.Count;
        string text = number % 2 == 0 ? Newsroom.Question : SlackNewsroom.OtherQuestion;
        var question = Server.World.Mention(_people[number % People], _channels[number % Channels], text);
        _asked.Add(question);
        return question;
    }

    /// <summary>Waits until all but some are answered.</summary>
    public Task WaitForAnswersAsync(int butFor, TimeSpan patience, CancellationToken cancellationToken) =>
        Server.Record.WaitUntilAsync(
            () => _asked.Count(question => Server.Record.AnswersTo(question).Count == 0) <= butFor,
            patience,
            cancellationToken
        );

    /// <summary>A line for each question that was not answered once and rightly.</summary>
    public IReadOnlyList<string> FindWrong() => [.. _asked.Select((question, number) => Describe(number, question)).OfType<string>()];

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private string? Describe(int number, FakeMessage question)
    {
        string expected = number % 2 == 0 ? "Blinken" : "sanctions";
        string[] answers = [.. Server.Record.AnswersTo(question).Select(static answer => answer.Content)];
        return answers is [var only] && only.Contains(expected, StringComparison.Ordinal)
            ? null
            : $"Discord question {number} ({question.Id}) has {answers.Length} answers: {string.Join(" | ", answers)}";
    }
}
