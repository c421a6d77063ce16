using System.Text.Json;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Platforms.Tests.Discord;

/// <summary>Discord leaves out what is empty.</summary>
public sealed class AbsentFieldTests
{
    [Fact]
    public void Absent_lists_and_texts_are_empty()
    {
        var message = JsonSerializer.Deserialize("""{"id":"1","channel_id":"2"}""", DiscordJsonContext.Default.Message)!;
        var guild = JsonSerializer.Deserialize("""{"id":"1"}""", DiscordJsonContext.Default.Guild)!;
        var interaction = JsonSerializer.Deserialize(
            """{"id":"1","application_id":"2","member":{"user":{"id":"3"}},"data":{"name":"help"}}""",
            DiscordJsonContext.Default.Interaction
        )!;
        var ready = JsonSerializer.Deserialize(
            """{"user":{"id":"3"},"session_id":"s","resume_gateway_url":"wss://x"}""",
            DiscordJsonContext.Default.Ready
        )!;

        Assert.Equal("", message.Content);
        Assert.Empty(message.Mentions);
        Assert.Empty(message.MentionRoles);
        Assert.Empty(guild.Channels);
        Assert.Empty(guild.Threads);
        Assert.Empty(guild.Roles);
        Assert.Empty(interaction.Data!.Options);
        Assert.Empty(interaction.Member!.Roles);
        Assert.Equal("", interaction.Token);
        Assert.Equal("", interaction.Member.User!.Username);
        Assert.Empty(ready.Guilds);
    }
}
