namespace BriefingBot.Core.Answering.Facts;

/// <summary>A number as a sentence states it.</summary>
/// <param name="Kind">How it is meant.</param>
/// <param name="Value">Its value; the order of magnitude when vague.</param>
/// <param name="Unit">What <see cref="Measures"/> calls its unit or currency; null for a count.</param>
/// <param name="Start">Its first UTF-16 unit, a currency sign included.</param>
/// <param name="End">One past its last, a percent sign and a magnitude included, other units not.</param>
internal sealed record StatedNumber(NumberKind Kind, decimal Value, string? Unit, int Start, int End)
{
    /// <summary>Its value when it shares the magnitude of the other end of a range: the 8 of "8 to 10 million".</summary>
    public decimal? Shared { get; init; }

    /// <summary>Written with a word that is often no number: "one", "first", "second", "half".</summary>
    public bool IsLoose { get; init; }

    /// <summary>Is it the same number of the same thing?</summary>
    public bool Equals(StatedNumber other, bool withUnit) =>
        Kind switch
        {
            NumberKind.Vague => IsMagnitudeOf(other),
            NumberKind.Fraction when other.Unit == Measures.Percent => Value * 100 == other.Value,
            _ when other.Kind == NumberKind.Fraction && Unit == Measures.Percent => other.Value * 100 == Value,
            _ => Kind == other.Kind && HasValueOf(other) && (!withUnit || Measures.Agree(Unit, other.Unit)),
        };

    private bool HasValueOf(StatedNumber other) =>
        Value == other.Value || Shared == other.Value || Value == other.Shared || (Shared is { } shared && shared == other.Shared);

    private bool IsMagnitudeOf(StatedNumber other) =>
        other.Kind switch
        {
            NumberKind.Vague => Value == other.Value,
            NumberKind.Cardinal => other.Value >= 2 * Value && other.Value < 1000 * Value,
            _ => false,
        };
}
