using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Commands.Follow;

/// <summary>What a place follows.</summary>
/// <param name="Place">The place.</param>
/// <param name="Follower">As it is now; null when it never followed anything.</param>
/// <param name="Done">What this call changed, in a line; null: nothing.</param>
public sealed record FollowingResult(SubscriptionPlace Place, Follower? Follower, string? Done) : CommandResult;
