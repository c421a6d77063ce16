using BriefingBot.Core.Answering;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations;

/// <summary>What goes back to the person. Only a <see cref="VerifiedAnswer"/> can become one.</summary>
/// <param name="Question">The question as understood.</param>
/// <param name="Answer">The checked answer, or the refusal.</param>
/// <param name="Retrieved">What was found, best first; every citation is into one of these.</param>
/// <param name="Timings">How long it took.</param>
public sealed record OutgoingMessage(Question Question, VerifiedAnswer Answer, RetrievedPassages Retrieved, StageTimings Timings)
{
    /// <summary>
    /// What is to be said of how the question was read: a period without reports, a name that was misspelled. Whole sentences, the bot's
    /// own words.
    /// </summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The kind of request that it was (<c>count_articles</c>, <c>brief</c>...); null for a question.</summary>
    public string? Request { get; init; }

    /// <summary>
    /// What is said before the sentences in the bot's own words: counts, dates and names from the store's records. Null: nothing.
    /// </summary>
    public string? Statement { get; init; }

    /// <summary>True when the coverage does not say.</summary>
    public bool Abstained => Answer.Abstained && Statement is null;

    /// <summary>What a model had to do with it; null when none was asked.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>Why a configured model did not write it, or not all of it.</summary>
    public ModelFallback Fallback { get; init; }
}
