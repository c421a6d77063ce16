using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>A running index run was told to stand still, to go on or to end.</summary>
/// <param name="Wish">What it was told.</param>
/// <param name="Since">When it began (UTC); null when none runs and nobody was told.</param>
public sealed record ReindexControlled(LeaseWish Wish, DateTimeOffset? Since) : CommandResult
{
    /// <summary>Says so in a sentence.</summary>
    public override string ToString() =>
        (Since, Wish) switch
        {
            (null, _) => "No index run is going on.",
            ({ } since, LeaseWish.Pause) =>
                $"The index run that began {ReadableDate.Of(since)} pauses once the articles at hand are stored, "
                    + $"until it is told to go on (resume) or to end (cancel).",
            ({ } since, LeaseWish.GoOn) => $"The index run that began {ReadableDate.Of(since)} goes on.",
            ({ } since, _) =>
                $"The index run that began {ReadableDate.Of(since)} ends. What it has stored stays, and the next run goes on from there.",
        };
}
