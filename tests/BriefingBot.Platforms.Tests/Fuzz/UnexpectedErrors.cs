namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>Tells a failure of the bot's own from what a platform answered or an input was not.</summary>
internal static class UnexpectedErrors
{
    private static readonly string[] Own =
    [
        "NullReferenceException",
        "FormatException",
        "InvalidOperationException",
        "ArgumentException",
        "ArgumentNullException",
        "ArgumentOutOfRangeException",
        "IndexOutOfRangeException",
        "KeyNotFoundException",
        "InvalidCastException",
        "OverflowException",
        "StackOverflowException",
        "UriFormatException",
        "RegexMatchTimeoutException",
    ];

    /// <summary>Is a line of the log one?</summary>
    public static bool IsOne(string line) => Own.Any(name => line.Contains(name, StringComparison.Ordinal));

    /// <summary>Keeps an error with its input unless one like it is kept already.</summary>
    public static void Keep(Dictionary<string, string> found, string what, Exception? error, string input)
    {
        if (error is not null)
        {
            found.TryAdd(
                $"{error.GetType().Name} "
                    + $"{error.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("BriefingBot", StringComparison.Ordinal))}",
                $"{what}: {error.Message} for {input[..Math.Min(2000, input.Length)]}"
            );
        }
    }
}
