using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Records;

namespace BriefingBot.TestServers.Discord;

/// <summary>
/// Everything the server knows. All of it is read and changed under <see cref="Gate"/> only; nothing waits while holding it.
/// </summary>
internal sealed class DiscordState
{
    public DiscordState(FakeDiscordOptions options)
    {
        Options = options;
        Ids = new SnowflakeSequence(options.Clock);
        FakeUser owner = AddUser("owner", isBot: false);
        Application = new FakeApplication(Ids.Next(), AddUser(options.BotName, isBot: true), owner);
        Changes = new ChangeSignal();
        Record = new DiscordRecord(this);
        Faults = new FaultPlan(this);
        Commands = new CommandRegistry(this);
        Gateway = new GatewayHub(this);
    }

    public Lock Gate { get; } = new();

    public FakeDiscordOptions Options { get; }

    public TimeProvider Clock => Options.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SnowflakeSequence Ids { get; }

    public FakeApplication Application { get; }

    public ChangeSignal Changes { get; }

    public DiscordRecord Record { get; }

    public FaultPlan Faults { get; }

    public CommandRegistry Commands { get; }

    public GatewayHub Gateway { get; }

    public Dictionary<ulong, FakeUser> Users { get; } = [];

    public Dictionary<ulong, FakeGuild> Guilds { get; } = [];

    public Dictionary<ulong, FakeChannel> Channels { get; } = [];

    public Dictionary<string, FakeInteraction> InteractionsByToken { get; } = new(StringComparer.Ordinal);

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public FakeUser AddUser(string name, bool isBot)
    {
        FakeUser user = new(Ids.Next(), name, isBot);
        Users[user.Id] = user;
        return user;
    }

    public FakeChannel DirectMessageWith(FakeUser user)
    {
        FakeChannel? channel = Channels.Values.FirstOrDefault(candidate => candidate.Recipient == user);
        if (channel is null)
        {
            channel = new FakeChannel(this, Ids.Next(), ChannelType.DirectMessage) { Recipient = user };
            Channels[channel.Id] = channel;
        }

        return channel;
    }
}
