namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>What is asked of <c>seeds/</c>.</summary>
internal static class LoadQuestions
{
    private static readonly string[] Texts =
    [
        "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?",
        "What countermeasures is Seoul planning in response to the treaty?",
        "Where did Kim Jong-un and Vladimir Putin hold their September 2023 summit?",
        "What did Yoon and Kishida pledge at the NATO summit in Washington?",
    ];

    /// <summary>The question of a number, in turn.</summary>
    public static string Of(int number) => Texts[number % Texts.Length];
}
