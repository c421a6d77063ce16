using System.Text.Json;
using BriefingBot.TestServers.Models.Injections;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>Requests of attackers that are kept outside the repository.</summary>
internal static class SharedRequests
{
    /// <summary>The test is skipped when they are not at hand.</summary>
    public static IReadOnlyList<InjectionDemand> Require()
    {
        string path = SharedData.Require(Path.Combine("eval", "injection-dev.json"));
        Dictionary<string, string[]> groups = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(path))!;
        return
        [
            .. groups.SelectMany(static group =>
                group.Value.Select((request, index) => InjectionDemand.FromRequest($"{group.Key} {index + 1}", request))
            ),
        ];
    }
}
