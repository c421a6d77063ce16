using System.Text.Json.Nodes;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>Reads answers of the Web API.</summary>
internal static class Answers
{
    /// <summary>"ok", or the error.</summary>
    public static string Error(this JsonObject? answer) =>
        answer?["ok"]?.GetValue<bool>() == true ? "ok" : answer?["error"]?.GetValue<string>() ?? "no answer";

    public static string Ts(this JsonObject answer) =>
        answer["ts"]?.GetValue<string>() ?? throw new InvalidOperationException($"No ts: {answer.ToJsonString()}");

    /// <summary>What response_metadata says about the error.</summary>
    public static string Message(this JsonObject answer) => answer["response_metadata"]?["messages"]?[0]?.GetValue<string>() ?? "";
}
