namespace BriefingBot.TestServers.Discord.Model;

/// <summary>The application in the Developer Portal and its bot user.</summary>
public sealed class FakeApplication
{
    internal FakeApplication(ulong id, FakeUser bot, FakeUser owner)
    {
        Id = id;
        Bot = bot;
        Owner = owner;
    }

    /// <summary>Not the same as the id of <see cref="Bot"/>.</summary>
    public ulong Id { get; }

    public FakeUser Bot { get; }

    public FakeUser Owner { get; }
}
