using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>Calls that did not come over a wire.</summary>
internal static class Calls
{
    public const string System = "You are a careful news assistant. The nonce fences data.";

    public static ModelCall Of(string userText) =>
        new(
            ModelRoute.ChatCompletions,
            "m",
            System,
            [new CallMessage("user", userText)],
            null,
            null,
            IsStreamed: true,
            IncludesUsage: false,
            [],
            []
        );
}
