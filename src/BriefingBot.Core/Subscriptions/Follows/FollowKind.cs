namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>What is followed. The numbers are stored: never renumber.</summary>
public enum FollowKind
{
    /// <summary>Articles about a topic, as "latest" understands it.</summary>
    Topic = 0,

    /// <summary>Articles of an outlet.</summary>
    Outlet = 1,

    /// <summary>Articles of an author.</summary>
    Author = 2,

    /// <summary>Further reports of a story; the words begin with its name.</summary>
    Story = 3,
}
