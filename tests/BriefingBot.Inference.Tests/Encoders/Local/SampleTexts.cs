namespace BriefingBot.Inference.Tests.Encoders.Local;

/// <summary>Texts to encode: every length from a word to more than a model reads, names, numbers, other scripts.</summary>
internal static class SampleTexts
{
    private static readonly string[] _sentences =
    [
        "Lawmakers in Prague voted to delay the budget until the spring.",
        "The ministry denied the report on Friday, calling it \u201Cbaseless\u201D.",
        "Shares of Volkswagen fell 3.4% after the company cut its forecast to \u20AC12bn.",
        "Dr. Mar\u00EDa L\u00F3pez-Obrador said the $4.2 million programme would end in 2026.",
        "Heavy rain flooded the centre of Lisbon; more than 200 people were rescued.",
        "\u5916\u4EA4\u90E8\u957F\u5728\u5317\u4EAC\u4F1A\u89C1\u4E86\u8BB0\u8005\u3002",
        "What did the foreign minister say about the sanctions after the meeting on Thursday?",
        "GOAL!!! #WorldCup https://example.org/a?b=c&d=e",
    ];

    /// <summary>Fifty of them.</summary>
    public static IReadOnlyList<string> Fifty { get; } =
    [
        .. Enumerable
            .Range(0, 50)
            .Select(static i => string.Join(' ', Enumerable.Range(0, 1 + (i % 10)).Select(n => _sentences[(i + n) % _sentences.Length]))),
    ];
}
