using System.Text.Json;

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>What a run of the bot came to.</summary>
public sealed record BotResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as one JSON document; fails when anything else stands there.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
