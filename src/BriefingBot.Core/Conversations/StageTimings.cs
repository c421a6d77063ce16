namespace BriefingBot.Core.Conversations;

/// <summary>How long each stage of an answer took.</summary>
/// <param name="Question">Reading the question: follow-up, names, time.</param>
/// <param name="Encoding">Embedding it.</param>
/// <param name="Retrieval">Searching, fusing, collapsing; without the embedding.</param>
/// <param name="Composing">Drafting.</param>
/// <param name="Verifying">Checking every citation; none where a language model wrote, whose sentences are checked as they come.</param>
/// <param name="Total">From message to answer.</param>
public sealed record StageTimings(
    TimeSpan Question,
    TimeSpan Encoding,
    TimeSpan Retrieval,
    TimeSpan Composing,
    TimeSpan Verifying,
    TimeSpan Total
);
