using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.ShowPassages;

/// <summary>The quoted passages in full. Shown to the caller alone.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Passages">One a citation, in the order of the numbers.</param>
public sealed record PassagesResult(ChatAnswer Answer, IReadOnlyList<CitedPassage> Passages) : CommandResult
{
    /// <summary>That newer reports have overtaken the answer, in a sentence; null when nothing is sure.</summary>
    public string? News { get; init; }

    /// <summary>The first message that is to be shown, counted from 0.</summary>
    public int From { get; init; }
}
