namespace BriefingBot.TestServers.Slack.Model;

/// <summary>The words that the protocol has for the kinds of channels.</summary>
internal static class ChannelTypes
{
    /// <summary>The channel_type of message events.</summary>
    public static string InEvents(this ChannelType type) =>
        type switch
        {
            ChannelType.Public => "channel",
            ChannelType.Private => "group",
            ChannelType.DirectMessage => "im",
            _ => "mpim",
        };

    /// <summary>The name in "types" of the listing methods.</summary>
    public static string InListings(this ChannelType type) =>
        type switch
        {
            ChannelType.Public => "public_channel",
            ChannelType.Private => "private_channel",
            ChannelType.DirectMessage => "im",
            _ => "mpim",
        };

    /// <summary>The first half of the scope: channels:history.</summary>
    public static string InScopes(this ChannelType type) =>
        type switch
        {
            ChannelType.Public => "channels",
            ChannelType.Private => "groups",
            ChannelType.DirectMessage => "im",
            _ => "mpim",
        };
}
