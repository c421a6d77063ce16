using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>Two articles of a set, and whether people take them for reports of one event.</summary>
/// <param name="Set">The set.</param>
/// <param name="First">The one whose id sorts first.</param>
/// <param name="Second">The other.</param>
/// <param name="Same">Do they tell of one event?</param>
/// <param name="Doubtful">Could it be read both ways?</param>
internal sealed record LabelledPair(string Set, ArticleId First, ArticleId Second, bool Same, bool Doubtful)
{
    /// <summary>Half of the pairs, by a hash of their ids, is not tuned on.</summary>
    public bool IsHeldBack { get; } = (SHA256.HashData(Encoding.UTF8.GetBytes($"{First}|{Second}"))[^1] & 1) == 1;

    /// <summary>Reads lines of <c>{"set","first","second","same","doubtful"?}</c>.</summary>
    public static LabelledPair[] Read(string file) => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse)];

    private static LabelledPair Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var pair = document.RootElement;
        return new LabelledPair(
            pair.GetProperty("set").GetString()!,
            ArticleId.Parse(pair.GetProperty("first").GetString()!),
            ArticleId.Parse(pair.GetProperty("second").GetString()!),
            pair.GetProperty("same").GetBoolean(),
            pair.TryGetProperty("doubtful", out var doubtful) && doubtful.GetBoolean()
        );
    }
}
