namespace BriefingBot.Core.Chat;

/// <summary>Who may ask the bot, on all platforms. Thread-safe.</summary>
public sealed class AskerRules(IEnumerable<AskerRule> rules)
{
    private readonly ILookup<string, AskerRule> _rules = rules.ToLookup(static rule => rule.Platform, StringComparer.Ordinal);

    /// <summary>The line for somebody who may not ask; null for everybody else.</summary>
    /// <param name="platform">The name of the platform.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string?> FindRefusalAsync(string platform, ChatUser person, CancellationToken cancellationToken)
    {
        foreach (var rule in _rules[platform])
        {
            if (await rule.FindRefusalAsync(person.Id, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
