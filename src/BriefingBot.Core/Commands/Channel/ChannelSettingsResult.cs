using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Core.Commands.Channel;

/// <summary>The settings of the channel.</summary>
/// <param name="Settings">As they are now.</param>
/// <param name="Changed">They were changed by this call.</param>
public sealed record ChannelSettingsResult(ChannelSettings Settings, bool Changed) : CommandResult;
