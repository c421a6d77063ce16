using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host.Commands;

/// <summary>A person who calls commands in a channel of the newsroom.</summary>
public abstract class CommandTest(Newsroom newsroom)
{
    /// <summary>A sentence of an article, and one that no article has in these words.</summary>
    private protected const string Claim =
        "Cho called for Seoul and Washington to work closely together and take the initiative for a stern response "
        + "from the international community. "
        + "Cho Tae-yul spoke with Blinken and Kamikawa about the treaty between Russia and North Korea.";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected Newsroom Newsroom { get; } = newsroom;

    private protected FakeChannel Channel { get; } = newsroom.AddChannel();

    private protected FakeUser User { get; } = newsroom.AddUser();

    private protected static Dictionary<string, object> Options(params (string Name, object Value)[] options) =>
        options.ToDictionary(option => option.Name, option => option.Value);

    private protected FakeInteraction Invoke(string command, params (string Name, object Value)[] options) =>
        Newsroom.Discord.Interactions.InvokeCommand(User, Channel, command, Options(options));

    private protected static int TypeOf(JsonNode? component) => component!["type"]!.GetValue<int>();

    private protected FakeInteraction Click(FakeMessage message, string action)
    {
        string id = message.Components.ToJsonString().Split('"').Single(text => text.StartsWith(action + ":", StringComparison.Ordinal));
        return Newsroom.Discord.Interactions.ClickButton(User, message, id);
    }

    private protected Task<FakeMessage> AnswerToAsync(FakeInteraction interaction) =>
        Newsroom.Discord.Record.WaitForAnswerAsync(interaction, cancellationToken: Cancellation);
}
