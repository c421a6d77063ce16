using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering;

/// <summary>
/// A checked pointer into an article. Nothing outside Core makes or changes one; a store gives back what it was given.
/// </summary>
public sealed record Citation
{
    internal Citation(int number, ArticleHeader article, PassageId passage, int start, int end, string quote) =>
        (Number, Article, Passage, Start, End, Quote) = (number, article, passage, start, end, quote);

    /// <summary>The n of its [n] mark, from 1.</summary>
    public int Number { get; }

    /// <summary>The article.</summary>
    public ArticleHeader Article { get; }

    /// <summary>The passage that holds the quote.</summary>
    public PassageId Passage { get; }

    /// <summary>The quote's first UTF-16 unit in the article's clean text.</summary>
    public int Start { get; }

    /// <summary>One past its last.</summary>
    public int End { get; }

    /// <summary>Exactly that slice.</summary>
    public string Quote { get; }
}
