using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.TestServers.Models.Control;

/// <summary>Makes scripts by name.</summary>
internal static class NamedScripts
{
    public static ModelScript Make(JsonObject form) =>
        (string?)form["name"] switch
        {
            "truthful" => new TruthfulScript { Seed = (int?)form["seed"] ?? 0 },
            "hallucinating" => new HallucinatingScript
            {
                Seed = (int?)form["seed"] ?? 0,
                Rate = (double?)form["rate"] ?? 0.5,
                Kinds = form["kinds"] is JsonArray { Count: > 0 } kinds
                    ? [.. kinds.Select(static kind => Enum.Parse<Hallucination>((string?)kind ?? "", ignoreCase: true))]
                    : Enum.GetValues<Hallucination>(),
            },
            "obedient" => new ObedientScript
            {
                Style = (string?)form["style"] is { } style ? Enum.Parse<ObedienceStyle>(style, ignoreCase: true) : ObedienceStyle.Every,
                WithTruth = (bool?)form["truth"] ?? true,
            },
            "standalone" => new StandaloneQuestionScript(),
            "fixed" => new FixedScript((string?)form["text"] ?? ""),
            { } other => throw new FormatException($"There is no script {other}."),
            null => throw new FormatException("The field name is missing."),
        };
}
