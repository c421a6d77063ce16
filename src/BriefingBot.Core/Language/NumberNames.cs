using System.Collections.Immutable;

namespace BriefingBot.Core.Language;

/// <summary>The words of <c>number-words.txt</c> in the order of their values.</summary>
internal static class NumberNames
{
    /// <summary>"zero" to "nineteen".</summary>
    public static ImmutableArray<string> Small { get; } = [.. Of("zero"), .. Of("ones"), .. Of("ten-to-twelve"), .. Of("teens")];

    /// <summary>"twenty", "thirty" to "ninety".</summary>
    public static ImmutableArray<string> Tens { get; } = [.. Of("tens")];

    /// <summary>"first" to "nineteenth".</summary>
    public static ImmutableArray<string> SmallOrdinals { get; } = [.. Of("ordinals")];

    private static IReadOnlyList<string> Of(string list) => LanguageData.Lines($"number-words/{list}");
}
