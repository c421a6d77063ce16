using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Commands.ShowPassages;

/// <summary>A citation with the text around its quote.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Text">The whole passage; the quote alone when the revision is no longer in the store.</param>
/// <param name="QuoteStart">Where the quote begins in <paramref name="Text"/>.</param>
/// <param name="IsCurrent">False when the article was changed or withdrawn since.</param>
/// <param name="Link">The passage in the article reader, or the article's own address, or null.</param>
public sealed record CitedPassage(Citation Citation, string Text, int QuoteStart, bool IsCurrent, string? Link);
