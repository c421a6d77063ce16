namespace BriefingBot.Core.Retrieval;

/// <summary>How retrieval weighs what it finds. Defaults were measured; see docs/EVALUATION.md.</summary>
public sealed class RetrievalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retrieval";

    /// <summary>Which searches to use.</summary>
    public RetrievalMode Mode { get; set; } = RetrievalMode.Hybrid;

    /// <summary>How many passages each search brings, 10 to 1000.</summary>
    public int Candidates { get; set; } = 150;

    /// <summary>How many of the fused candidates are read and reranked, 10 to 500.</summary>
    public int Reranked { get; set; } = 120;

    /// <summary>How many passages an answer may draw on, 1 to 100.</summary>
    public int Passages { get; set; } = 60;

    /// <summary>How many of them may be of one article, 1 to 100.</summary>
    public int PassagesPerArticle { get; set; } = 6;

    /// <summary>How many of them may be of the reports of one story, 1 to 100.</summary>
    public int PassagesPerStory { get; set; } = 24;

    /// <summary>The weight of the word search against the vector search, 0 to 1; null: as calibrated to the encoder.</summary>
    public double? LexicalWeight { get; set; }

    /// <summary>How much it counts that the passage's best sentences cover the question, 0 to 2.</summary>
    public double CoverageWeight { get; set; } = 0.3;

    /// <summary>How much it counts that the headline covers the question, 0 to 2.</summary>
    public double TitleCoverageWeight { get; set; } = 0.1;

    /// <summary>How much it counts that all passages found of an article together cover the question, 0 to 2.</summary>
    public double ArticleCoverageWeight { get; set; } = 0.3;

    /// <summary>How much it counts that several passages of an article were found, by the logarithm of their number, 0 to 2.</summary>
    public double ArticlePassagesWeight { get; set; } = 0.04;

    /// <summary>How much younger articles are preferred, 0 to 2; halves every <see cref="RecencyHalfLifeDays"/>.</summary>
    public double RecencyWeight { get; set; } = 0.3;

    /// <summary>The half-life of the preference for younger articles in days, counted back from the day of the question.</summary>
    public double RecencyHalfLifeDays { get; set; } = 14;

    /// <summary>
    /// How much it counts that an article was published in a period that the question only hints at ("this week", "in February"), 0 to 2.
    /// </summary>
    public double HintedPeriodWeight { get; set; } = 0.3;

    /// <summary>What an undated article loses when the question asks for a period, 0 to 2.</summary>
    public double UndatedPenalty { get; set; } = 0.4;
}
