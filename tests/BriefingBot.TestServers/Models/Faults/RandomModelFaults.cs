namespace BriefingBot.TestServers.Models.Faults;

/// <summary>Faults by chance; the same seed and the same order of requests give the same faults.</summary>
/// <param name="Seed">Seed of the random sequence.</param>
/// <param name="Rate">Chance of a fault for each request, 0 to 1.</param>
public sealed record RandomModelFaults(int Seed, double Rate)
{
    /// <summary>One of these with the same chance.</summary>
    public IReadOnlyList<ModelFault> Faults { get; init; } =
    [
        new(ModelFaultKind.ErrorStatus) { Status = 500 },
        new(ModelFaultKind.ErrorStatus) { Status = 503 },
        new(ModelFaultKind.RateLimit),
        new(ModelFaultKind.RateLimit) { RetryAfter = TimeSpan.FromSeconds(1) },
        new(ModelFaultKind.DropTcp),
        new(ModelFaultKind.CutStream),
        new(ModelFaultKind.EndWithoutFinish),
        new(ModelFaultKind.ErrorInStream),
        new(ModelFaultKind.Truncate),
        new(ModelFaultKind.MalformedJson),
        new(ModelFaultKind.HtmlPage),
        new(ModelFaultKind.Refuses),
        new(ModelFaultKind.Nonsense) { Nonsense = NonsenseKind.Empty },
        new(ModelFaultKind.Nonsense) { Nonsense = NonsenseKind.RandomCharacters },
        new(ModelFaultKind.Nonsense) { Nonsense = NonsenseKind.Loop },
        new(ModelFaultKind.Nonsense) { Nonsense = NonsenseKind.OtherLanguage },
    ];
}
