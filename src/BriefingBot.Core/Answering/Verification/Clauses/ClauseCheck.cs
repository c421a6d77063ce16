using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Puts a sentence to the clauses of the passages that it cites. Stateless.</summary>
internal static class ClauseCheck
{
    /// <summary>The fault, or null when one clause says it.</summary>
    public static DropReason? FindFault(Statement said, IReadOnlyList<PassageReading> passages, Strictness strictness)
    {
        List<ClauseSentence> evidence = [];
        HashSet<string> reporters = new(StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            evidence.AddRange(passages[i].Clauses.Select(sentence => sentence with { Passage = i }));
            reporters.UnionWith(passages[i].Reporters);
        }

        for (int i = 0; i < passages.Count; i++)
        {
            if (passages[i].TitleClauses is { } title)
            {
                evidence.Add(title with { Passage = passages.Count + i });
            }
        }

        return ClauseGate.FindFault(ClauseReader.Read(said), evidence, reporters, strictness);
    }
}
