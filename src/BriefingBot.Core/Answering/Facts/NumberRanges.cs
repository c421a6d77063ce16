namespace BriefingBot.Core.Answering.Facts;

/// <summary>The two ends of a range, which share what is said once.</summary>
internal static class NumberRanges
{
    /// <summary>The ends of a range share magnitude and unit: "8 to 10 million", "5-10 percent", "$3-5 billion".</summary>
    public static IReadOnlyList<StatedNumber> Share(List<StatedNumber> numbers, string text)
    {
        for (int i = 0; i + 1 < numbers.Count; i++)
        {
            var (first, second) = (numbers[i], numbers[i + 1]);
            string between = text[Math.Min(first.End, second.Start)..second.Start].Trim();
            if (
                first.Kind != NumberKind.Cardinal
                || second.Kind != NumberKind.Cardinal
                || between is not ("-" or "–" or "to" or "and" or "or")
            )
            {
                continue;
            }

            decimal magnitude = MagnitudeOf(text, second);
            if (magnitude > 1 && MagnitudeOf(text, first) == 1)
            {
                first = first with { Shared = first.Value * magnitude };
            }

            numbers[i] = first with { Unit = first.Unit ?? second.Unit };
            numbers[i + 1] = second with { Unit = second.Unit ?? (Measures.IsMoney(first.Unit) ? first.Unit : null) };
        }

        return numbers;
    }

    private static decimal MagnitudeOf(string text, StatedNumber number)
    {
        string written = text[number.Start..number.End];
        string letters = new([.. written.Where(char.IsLetter)]);
        return NumberWords.Magnitude(letters) ?? NumberWords.ShortMagnitude(letters) ?? 1;
    }
}
