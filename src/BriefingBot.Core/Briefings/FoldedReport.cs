using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings;

/// <summary>What an entry of a list of news stands for.</summary>
/// <param name="Article">The report that is shown.</param>
/// <param name="Text">Its text as it is compared.</param>
/// <param name="Copies">How many near-identical texts it stands for, itself included.</param>
/// <param name="Story">The story that it reports; null when it is not grouped.</param>
internal sealed record FoldedReport(StoredArticle Article, NearCopies Text, int Copies, StoryId? Story);
