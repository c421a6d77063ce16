namespace BriefingBot.Discord.Protocol;

/// <summary>Lists as they are read: nothing promises that none of their items is null.</summary>
internal static class PresentItems
{
    /// <summary>The items that are there; empty for an absent list.</summary>
    public static IReadOnlyList<T> Present<T>(this IReadOnlyList<T>? items)
        where T : class =>
        items is null ? []
        : items.Any(static item => item is null) ? [.. items.OfType<T>()]
        : items;
}
