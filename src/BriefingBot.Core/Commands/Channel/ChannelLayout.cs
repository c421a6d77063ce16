using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Core.Commands.Channel;

/// <summary>The settings of a channel, as blocks.</summary>
internal static class ChannelLayout
{
    public static IReadOnlyList<AnswerBlock> Of(ChannelSettingsResult channel) =>
        [
            CommandBlocks.Paragraph(channel.Changed ? "Changed. In this channel:" : "In this channel:"),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [
                    CommandBlocks.Line("Answers", channel.Settings.Enabled ? "on" : "off"),
                    CommandBlocks.Line("Reply style", channel.Settings.Style == ReplyStyle.Thread ? "thread" : "reply"),
                    CommandBlocks.Line("Collection", channel.Settings.Collection ?? "all"),
                    CommandBlocks.Line("Follow-ups without a mention", channel.Settings.FollowUpsWithoutMention ? "on" : "off"),
                ]
            ),
        ];
}
