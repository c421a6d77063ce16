namespace BriefingBot.Core.Text;

/// <summary>A word of a text.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Word">What it is to a search; other tokens may share it.</param>
public readonly record struct WordToken(int Start, int Length, StemmedWord Word)
{
    /// <summary>Lower case, without diacritics, Porter-stemmed: what the word index holds.</summary>
    public string Stem => Word.Stem;

    /// <summary>One past the last UTF-16 unit.</summary>
    public int End => Start + Length;
}
