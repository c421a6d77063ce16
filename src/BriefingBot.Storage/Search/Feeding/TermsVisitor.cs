using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search.Feeding;

/// <summary>Takes the terms of a passage.</summary>
/// <param name="key">The passage.</param>
/// <param name="terms">As <see cref="PassageTerms"/> writes them; valid during the call.</param>
internal delegate void TermsVisitor(long key, ReadOnlySpan<byte> terms);
