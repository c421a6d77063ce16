using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>What a store holds.</summary>
/// <param name="Articles">Current articles.</param>
/// <param name="Undated">Those of them without a publication date.</param>
/// <param name="Passages">Passages of current articles.</param>
/// <param name="Encoder">The encoder of the active vectors; null before the first article.</param>
/// <param name="EncoderMatches">False while the active vectors come from another encoder than the configured one: vector search finds
/// nothing until the rebuild is activated.</param>
/// <param name="SchemaVersion">The store's schema.</param>
/// <param name="IndexState">Grows with every committed change; equal numbers mean equal content.</param>
/// <param name="LastChanged">When the last change was committed (UTC).</param>
/// <param name="Newest">The latest publication date.</param>
public sealed record StoreStatus(
    int Articles,
    int Undated,
    int Passages,
    EncoderIdentity? Encoder,
    bool EncoderMatches,
    int SchemaVersion,
    long IndexState,
    DateTimeOffset? LastChanged,
    PublicationDate? Newest
);
