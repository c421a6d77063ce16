using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

/// <summary>A person who calls commands in a channel of the newsroom.</summary>
public abstract class SlackCommandTest(SlackNewsroom newsroom)
{
    /// <summary>A sentence of an article, and one that no article has in these words.</summary>
    private protected const string Claim =
        "Cho called for Seoul and Washington to work closely together and take the initiative for a stern response "
        + "from the international community. "
        + "Cho Tae-yul spoke with Blinken and Kamikawa about the treaty between Russia and North Korea.";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected SlackNewsroom Newsroom { get; } = newsroom;

    private protected FakeChannel Channel { get; } = newsroom.AddChannel();

    private protected FakeUser User { get; } = newsroom.AddUser();

    private protected Task VotesAsync(string vote) => KeptAsync($"SELECT vote FROM vote WHERE user_id = '{User.Id}'", vote);

    private protected async Task KeptAsync(string sql, string expected)
    {
        for (int click = 0; ; click++)
        {
            if (Newsroom.Data.Query(sql) is [var kept] && kept == expected)
            {
                return;
            }

            // A vote says nothing; what comes after it says when it is kept.
            Assert.True(click < 50, "The vote was not kept.");
            await AnswerToAsync(Command(User, "help"));
        }
    }

    private protected FakeInteraction Command(FakeUser user, string text) =>
        Newsroom.Slack.Interactions.Command(user, Channel, "/briefing", text);

    private protected Task<FakeMessage> AnswerToAsync(FakeInteraction interaction) =>
        Newsroom.Slack.Record.WaitForOutcomeAsync(interaction, cancellationToken: Cancellation);
}
