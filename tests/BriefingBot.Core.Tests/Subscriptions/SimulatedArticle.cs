namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>An article as the simulation knows it.</summary>
internal sealed class SimulatedArticle(string id, bool isFlood, int seed)
{
    public string Id => id;

    public bool IsFlood => isFlood;

    public bool IsCurrent { get; set; } = true;

    public int Revision { get; set; }

    public string Title => $"{(isFlood ? "Floods reach" : "Council debates")} {id}";

    /// <summary>Its words are its own, so that no two are copies.</summary>
    public string Body
    {
        get
        {
            Random random = new(seed);
            string words = string.Join(' ', Enumerable.Range(0, 25).Select(_ => $"w{random.Next(100_000)}"));
            return $"The {words} was told on Monday. Revision {Revision} says no more.";
        }
    }
}
