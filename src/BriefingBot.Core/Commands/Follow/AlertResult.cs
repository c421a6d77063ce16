using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Commands.Follow;

/// <summary>What is behind the first entries of an alert.</summary>
/// <param name="Remark">What is to be said about them, in a line; null: nothing.</param>
/// <param name="Action">The button that was pressed, with what is shown and followed as it is now.</param>
/// <param name="Found">All that is left.</param>
/// <param name="Count">How many of these are shown at most.</param>
public sealed record AlertResult(string? Remark, AlertAction Action, IReadOnlyList<FollowedArticle> Found, int Count) : CommandResult;
