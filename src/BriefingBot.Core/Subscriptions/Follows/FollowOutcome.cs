namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>What came of following something.</summary>
public enum FollowOutcome
{
    /// <summary>It is followed from now on.</summary>
    Added,

    /// <summary>It was followed already.</summary>
    Known,

    /// <summary>The place follows as much as it may.</summary>
    Full,
}
