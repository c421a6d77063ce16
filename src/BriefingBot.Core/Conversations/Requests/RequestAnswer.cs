using BriefingBot.Core.Answering;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>What is given for a request. Its sentences are a draft: they go through the verifier like any other.</summary>
/// <param name="Statement">What the bot says in its own words: counts, dates and names from the store's records, never what an article
/// says. Null: nothing.</param>
/// <param name="Sentences">The coverage's words; may be empty.</param>
/// <param name="Evidence">The passages that they are quoted from, or the nearest when there are no sentences.</param>
public sealed record RequestAnswer(string? Statement, IReadOnlyList<DraftSentence> Sentences, RetrievedPassages Evidence)
{
    /// <summary>The kind of request: <c>count_articles</c>, <c>brief</c>...</summary>
    public string Kind { get; init; } = "";
}
