using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search.Feeding;

/// <summary>Takes where a term stands in a block.</summary>
/// <param name="block">The block's number.</param>
/// <param name="entries">As <see cref="TermBlock"/> writes them; valid during the call.</param>
internal delegate void BlockVisitor(long block, ReadOnlySpan<byte> entries);
