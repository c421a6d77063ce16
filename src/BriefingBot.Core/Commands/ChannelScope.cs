using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands;

/// <summary>What of the coverage a channel may see.</summary>
internal static class ChannelScope
{
    /// <summary>The filter for searches and lists.</summary>
    public static CoverageFilter Of(ChannelSettings settings) =>
        settings.Collection is { } collection ? new CoverageFilter { Collections = [collection] } : CoverageFilter.None;
}
