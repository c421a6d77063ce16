using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>A sentence of a retrieved passage.</summary>
/// <param name="Start">Its first UTF-16 unit in the article's clean text.</param>
/// <param name="Text">The words.</param>
/// <param name="Words">Its tokens, with offsets into <paramref name="Text"/>.</param>
public sealed record PassageSentence(int Start, string Text, IReadOnlyList<WordToken> Words)
{
    /// <summary>One bit for each term of the question that it holds; 0 when it was read without a question.</summary>
    public ulong Terms { get; init; }

    /// <summary>One past the last UTF-16 unit in the article's clean text.</summary>
    public int End => Start + Text.Length;
}
