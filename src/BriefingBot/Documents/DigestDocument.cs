using BriefingBot.Core.Briefings;
using BriefingBot.Documents.Answers;

namespace BriefingBot.Documents;

/// <summary>The opening paragraph of a briefing.</summary>
/// <param name="Sentences">The sentences without marks.</param>
/// <param name="Citations">Their citations, numbered from 1 within the digest.</param>
internal sealed record DigestDocument(IReadOnlyList<SentenceDocument> Sentences, IReadOnlyList<CitationDocument> Citations)
{
    /// <summary>Makes the document of a digest.</summary>
    public static DigestDocument From(Digest digest) =>
        new(
            [.. digest.Sentences.Select(sentence => new SentenceDocument(sentence.Text, sentence.Citations))],
            [.. digest.Citations.Select(CitationDocument.From)]
        );
}
