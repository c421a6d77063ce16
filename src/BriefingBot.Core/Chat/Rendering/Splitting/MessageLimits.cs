namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>How much fits into one message, as <see cref="ChatMarkup.Measure"/> counts.</summary>
/// <param name="Length">The whole text; at least <see cref="LeastLength"/>.</param>
/// <param name="BlockLength">One block; at least <see cref="LeastLength"/>.</param>
/// <param name="Blocks">How many blocks; at least 2.</param>
public sealed record MessageLimits(int Length, int BlockLength = int.MaxValue, int Blocks = int.MaxValue)
{
    /// <summary>Below this a number, a mark and a word would not find room beside each other.</summary>
    public const int LeastLength = 64;
}
