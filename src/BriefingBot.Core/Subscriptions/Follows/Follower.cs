namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>A place that follows something.</summary>
/// <param name="Number">The store's own number.</param>
/// <param name="Place">To whom alerts go.</param>
/// <param name="Interests">What it follows, in the order in which it began to.</param>
/// <param name="Told">The number of the last arrival that was looked at.</param>
/// <param name="Alerted">When the last alert was made (UTC); null before the first.</param>
/// <param name="Quiet">When alerts wait; null: never.</param>
/// <param name="MadeBy">Who set it up.</param>
public sealed record Follower(
    long Number,
    SubscriptionPlace Place,
    IReadOnlyList<Interest> Interests,
    long Told,
    DateTimeOffset? Alerted,
    QuietHours? Quiet,
    string MadeBy
);
