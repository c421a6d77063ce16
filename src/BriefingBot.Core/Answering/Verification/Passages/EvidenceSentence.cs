using BriefingBot.Core.Answering.Facts;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>
/// A sentence of a passage, read for comparison when it is first compared: a quote that stands there word by word needs no more than its
/// place.
/// </summary>
/// <param name="text">The sentence.</param>
/// <param name="start">Its first UTF-16 unit in the article's clean text.</param>
internal sealed class EvidenceSentence(string text, int start)
{
    /// <summary>Its words, names, numbers and dates.</summary>
    public Statement Statement => field ??= Statement.Read(text);

    /// <summary>Its words for the comparison of names.</summary>
    public IReadOnlyList<EvidenceToken> Tokens => field ??= EvidenceToken.Read(text);

    /// <summary>The stems of all its words.</summary>
    public IReadOnlySet<string> Stems => field ??= Statement.Units.SelectMany(unit => unit.Stems).ToHashSet(StringComparer.Ordinal);

    /// <summary>Its first UTF-16 unit in the article's clean text.</summary>
    public int Start => start;

    /// <summary>One past its last.</summary>
    public int End => start + text.Length;
}
