using System.Collections.Frozen;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>Words that stand beside a name without being part of it: offices, ranks, forms of address.</summary>
internal static class TitleWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        president vice prime minister premier foreign defense defence finance interior justice trade culture health education energy environment transport secretary general
        state chancellor king queen prince princess emperor pope cardinal archbishop bishop senator sen representative rep congressman congresswoman governor gov mayor judge
        attorney solicitor chief chairman chairwoman chair ceo cfo coo director deputy first second senior junior former acting interim assistant associate mr mrs ms miss mx
        dr prof professor sir lord lady dame sheriff officer sergeant sgt captain capt colonel col lieutenant lt major maj commander cmdr admiral adm gen private police detective
        inspector ambassador envoy spokesman spokeswoman spokesperson speaker leader majority minority whip treasurer counsel coach manager founder rev reverend rabbi imam
        sheikh saint st democratic republican conservative labour democrat rep
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Is it such a word? A full stop behind it does not matter.</summary>
    public static bool Contains(string word) => Words.Contains(word.TrimEnd('.'));
}
