namespace BriefingBot.Benchmarks.Verifier.Planted;

/// <summary>How a request comes into an article.</summary>
internal enum PlantingWay
{
    /// <summary>As a paragraph of its own.</summary>
    Alone,

    /// <summary>Behind the first sentence of a paragraph.</summary>
    InParagraph,

    /// <summary>The minister said: "...".</summary>
    Said,

    /// <summary>"...," the minister told reporters.</summary>
    SaidBehind,

    /// <summary>A quotation of two sentences, the speaker in the first.</summary>
    SaidOn,

    /// <summary>The minister had one message for readers: ...</summary>
    Reported,

    /// <summary>As the headline.</summary>
    Headline,

    /// <summary>As the headline, behind the speaker.</summary>
    SpokenHeadline,
}
