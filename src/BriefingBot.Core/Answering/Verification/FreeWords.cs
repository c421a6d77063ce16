using System.Collections.Frozen;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// Words that a sentence about an article may have without the article having them: who reports, and what joins sentences. Stems.
/// </summary>
internal static class FreeWords
{
    private static readonly FrozenSet<string> Stems = FrozenSet.ToFrozenSet(
        """
        article articles report reports reported reportedly reporting reporter reporters source sources coverage passage outlet newspaper news story according accordingly say says said
        saying tell tells told state states stated stating note notes noted write writes wrote written describe describes described mention mentions mentioned explain explains
        explained indicate indicates indicated add adds added call calls called calling see
        also addition additionally besides moreover furthermore meanwhile however although though while whereas nevertheless nonetheless instead therefore thus hence
        consequently likewise similarly overall still yet even well since whether either neither both among including include includes included per via regarding
        concerning respectively namely specifically currently previously recently later earlier
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WordTokenizer.Stem),
        StringComparer.Ordinal
    );

    /// <summary>Is the stem that of such a word?</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);
}
