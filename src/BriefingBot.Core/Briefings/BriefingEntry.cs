using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Briefings;

/// <summary>One article of the latest coverage.</summary>
/// <param name="Article">The article.</param>
/// <param name="Copies">How many near-identical articles it stands for, itself included.</param>
/// <param name="Summary">One or two sentences that say what happened, verbatim unless a model wrote them, each with its citation
/// number.</param>
/// <param name="Citations">The citations of the summary, numbered from 1 within the entry.</param>
public sealed record BriefingEntry(
    ArticleHeader Article,
    int Copies,
    IReadOnlyList<VerifiedSentence> Summary,
    IReadOnlyList<Citation> Citations
)
{
    /// <summary>The story that it stands for; null while the article is not grouped.</summary>
    public BriefedStory? Story { get; init; }
}
