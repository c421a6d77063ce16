using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>English words that carry no topic: left out of word searches and of coverage. Kept as stems.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Stems = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. Words().Select(WordTokenizer.Stem)]);

    /// <summary>Is the stem that of a stop word?</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);

    private static string[] Words() =>
        """
        a about above after again against all also am an and any are aren as at be because been before being below between both but by can cannot could couldn did
        didn do does doesn doing don down during each few for from further had hadn has hasn have haven having he her here hers herself him himself his how i if in
        into is isn it its itself just ll me mightn more most mustn my myself no nor not now o of off on once only or other our ours ourselves out over own re s
        same shan she should since shouldn so some such t than that the their theirs them themselves then there these they this those through to too under until up upon ve
        very was wasn we were weren what when where which while who whom whose why will with won would wouldn you your yours yourself yourselves m d us
        please tell say says said saying one kind sort
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
