using System.Globalization;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.Records;
using BriefingBot.TestServers.Slack.SocketMode;

namespace BriefingBot.TestServers.Slack;

/// <summary>
/// Everything the server knows. All of it is read and changed under <see cref="Gate"/> only; nothing waits while holding it.
/// </summary>
internal sealed class SlackState
{
    private int _lastId;

    public SlackState(FakeSlackOptions options)
    {
        Options = options;
        BotToken = options.BotToken;
        Timestamps = new TsSequence(options.Clock);
        Dice = new Random(options.Seed);
        AppId = NewId('A');
        TeamId = NewId('T');
        Bot = new FakeUser(this, NewId('U'), options.BotName, UserRole.Member, NewId('B'));
        Users[Bot.Id] = Bot;
        Record = new SlackRecord(this);
        Faults = new FaultPlan(this);
        Sockets = new SocketHub(this);
        Envelopes = new EnvelopeDesk(this);
        Push = new EventPush(this);
        Deliveries = new DeliveryDesk(this);
        ResponseUrls = new ResponseUrls(this);
        Triggers = new TriggerIds(this);
    }

    public Lock Gate { get; } = new();

    public FakeSlackOptions Options { get; }

    public TimeProvider Clock => Options.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Random Dice { get; }

    public TsSequence Timestamps { get; }

    public string AppId { get; }

    public string TeamId { get; }

    public FakeUser Bot { get; }

    /// <summary>The one that is good now; <see cref="TokenError"/> makes it void.</summary>
    public string BotToken { get; set; }

    /// <summary>The error that every call with the bot token gets once it is revoked or the app is gone.</summary>
    public string? TokenError { get; set; }

    public Dictionary<string, FakeUser> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakeChannel> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>Home tabs by user id.</summary>
    public Dictionary<string, PublishedView> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>Open modals by view id.</summary>
    public Dictionary<string, PublishedView> Modals { get; } = new(StringComparer.Ordinal);

    public ChangeSignal Changes { get; } = new();

    public BackgroundWork Background { get; } = new();

    public SlackRecord Record { get; }

    public FaultPlan Faults { get; }

    public SocketHub Sockets { get; }

    public EnvelopeDesk Envelopes { get; }

    public EventPush Push { get; }

    public DeliveryDesk Deliveries { get; }

    public ResponseUrls ResponseUrls { get; }

    public TriggerIds Triggers { get; }

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public string NewId(char kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}0FAKE{++_lastId:D5}");

    public string PermalinkOf(FakeMessage message)
    {
        string link =
            $"https://{Options.TeamDomain}.slack.com/archives/{message.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return message.ThreadTs is null ? link : $"{link}?thread_ts={message.ThreadTs}&cid={message.Channel.Id}";
    }

    public FakeUser AddUser(string name, UserRole role, string? teamId = null, bool isColleague = false)
    {
        FakeUser user = new(this, NewId('U'), name, role, teamId: teamId, isColleague: isColleague);
        Users[user.Id] = user;
        return user;
    }

    public FakeChannel DirectMessageWith(FakeUser user)
    {
        FakeChannel? channel = Channels.Values.FirstOrDefault(candidate => candidate.User == user);
        if (channel is null)
        {
            channel = new FakeChannel(this, NewId('D'), "directmessage", ChannelType.DirectMessage) { User = user, Members = [user, Bot] };
            Channels[channel.Id] = channel;
        }

        return channel;
    }
}
