using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>Makes the thread of a message; it takes the message's id.</summary>
internal static class ThreadStarting
{
    public static FakeChannel Start(DiscordState state, FakeMessage message, FakeUser owner, string name)
    {
        FakeChannel thread = new(state, message.Id, ChannelType.PublicThread)
        {
            Name = name,
            Guild = message.Channel.Guild,
            Parent = message.Channel,
            ThreadOwner = owner,
        };
        state.Channels[thread.Id] = thread;
        thread.Guild!.Add(thread);
        message.Thread = thread;
        message.Revisions = message.Revisions.SetItem(
            message.Revisions.Length - 1,
            message.Revisions[^1] with
            {
                Flags = message.Flags | MessageFlags.HasThread,
            }
        );
        JsonObject data = thread.ToJson();
        data["newly_created"] = true;
        state.Gateway.Dispatch("THREAD_CREATE", thread.Guild, data);
        return thread;
    }
}
