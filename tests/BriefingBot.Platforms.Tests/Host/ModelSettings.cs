using BriefingBot.TestServers.Models;

namespace BriefingBot.Platforms.Tests.Host;

/// <summary>How a bot is told of a fake language model.</summary>
internal static class ModelSettings
{
    /// <summary>The settings, and whatever a test adds.</summary>
    public static (string Name, string Value)[] Of(FakeModel model, params (string Name, string Value)[] more) =>
        [
            ("Model:Provider", "OpenAI"),
            ("Model:BaseUrl", model.OpenAiAddress.ToString()),
            ("Model:Model", "fake-large"),
            ("Model:Timeout", "30"),
            .. more,
        ];
}
