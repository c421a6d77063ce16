using BriefingBot.Core.Answering.Facts;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>A sentence of a passage, read for comparison.</summary>
internal sealed class EvidenceSentence
{
    /// <param name="text">The sentence.</param>
    /// <param name="start">Its first UTF-16 unit in the article's clean text.</param>
    public EvidenceSentence(string text, int start)
    {
        Statement = Statement.Read(text);
        Tokens = EvidenceToken.Read(text);
        Start = start;
        foreach (string stem in Statement.Units.SelectMany(unit => unit.Stems))
        {
            Stems.Add(stem);
        }
    }

    /// <summary>Its words, names, numbers and dates.</summary>
    public Statement Statement { get; }

    /// <summary>Its words for the comparison of names.</summary>
    public IReadOnlyList<EvidenceToken> Tokens { get; }

    /// <summary>The stems of all its words.</summary>
    public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

    /// <summary>Its first UTF-16 unit in the article's clean text.</summary>
    public int Start { get; }

    /// <summary>One past its last.</summary>
    public int End => Start + Statement.Text.Length;
}
