using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Faults;

/// <summary>A fault that waits for its request.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Times">How many requests it hits.</param>
public sealed record ModelFault(ModelFaultKind Kind, int Times = 1)
{
    /// <summary>Hits requests of this operation only; null: of any but the list of models.</summary>
    public ModelRoute? Route { get; init; }

    /// <summary>For <see cref="ModelFaultKind.ErrorStatus"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Null: the header is left out. Also sent with error statuses when it is set there.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For delays.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Tokens that come before the fault.</summary>
    public int AfterTokens { get; init; } = 12;

    public NonsenseKind Nonsense { get; init; } = NonsenseKind.RandomCharacters;
}
