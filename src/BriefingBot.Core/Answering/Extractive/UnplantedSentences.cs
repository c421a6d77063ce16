using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>Leaves out the sentences of a passage that talk to the machine that reads and not to people. Stateless.</summary>
internal static class UnplantedSentences
{
    /// <summary>The others; the very list when there are no such.</summary>
    public static IReadOnlyList<PassageSentence> Of(StoredPassage passage, IReadOnlyList<PassageSentence> sentences)
    {
        var planted = passage.FindPlanted();
        return planted.Count == 0
            ? sentences
            :
            [
                .. sentences.Where(sentence =>
                    !planted.Any(span => passage.Start + span.Start < sentence.End && sentence.Start < passage.Start + span.End)
                ),
            ];
    }

    /// <summary>Retrieved passages without such sentences; the very same when there are none.</summary>
    public static RetrievedPassages Of(RetrievedPassages retrieved)
    {
        bool changed = false;
        List<RetrievedPassage> passages = new(retrieved.Passages.Count);
        foreach (var found in retrieved.Passages)
        {
            var kept = Of(found.Passage, found.Sentences);
            changed |= !ReferenceEquals(kept, found.Sentences);
            passages.Add(ReferenceEquals(kept, found.Sentences) ? found : found with { Sentences = kept });
        }

        return changed ? retrieved with { Passages = passages } : retrieved;
    }
}
