namespace BriefingBot.Core.Answering.Facts;

/// <summary>How a number is meant.</summary>
internal enum NumberKind
{
    /// <summary>How many or how much: "8,000", "twelve", "1.5 million".</summary>
    Cardinal,

    /// <summary>Which in a row: "27th", "third".</summary>
    Ordinal,

    /// <summary>A part of one: "two-thirds", "half".</summary>
    Fraction,

    /// <summary>An order of magnitude: "dozens", "tens of thousands".</summary>
    Vague,
}
