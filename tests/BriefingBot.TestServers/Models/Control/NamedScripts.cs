using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.TestServers.Models.Control;

/// <summary>Makes scripts by name.</summary>
internal static class NamedScripts
{
    public static ModelScript Make(JsonObject form) => (string?)form["name"] switch
    {
        "truthful" => new TruthfulScript { Seed = (int?)form["seed"] ?? 0 },
        "fixed" => new FixedScript((string?)form["text"] ?? ""),
        { } other => throw new FormatException($"There is no script {other}."),
        null => throw new FormatException("The field name is missing."),
    };
}
