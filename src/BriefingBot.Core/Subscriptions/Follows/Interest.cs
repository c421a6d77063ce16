using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>Something that a place follows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The topic, or the name.</param>
/// <param name="After">The number of the arrival that was the last when it was made: what came before is no news.</param>
/// <param name="MadeBy">Who made it.</param>
public sealed record Interest(FollowKind Kind, string Words, long After, string MadeBy)
{
    /// <summary>The longest words, in UTF-16 units.</summary>
    public const int Longest = 80;

    /// <summary>The story that is followed; null when it is something else.</summary>
    public StoryId? Story => Kind == FollowKind.Story && StoryId.TryParse(Words.Split(' ')[0], out var id) ? id : null;

    /// <summary><c>topic: floods</c>, <c>story: s12 Floods cut off Tessel</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}: {Words}";
}
