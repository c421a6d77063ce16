namespace BriefingBot.Core.Chat;

/// <summary>Who may ask on a platform, where that is not everybody. Its adapter registers it.</summary>
/// <param name="Platform">The name of the <see cref="IChatPlatform"/>.</param>
/// <param name="FindRefusalAsync">The line that a person who may not ask is told, by the platform's id of the person; null for everybody
/// else.</param>
public sealed record AskerRule(string Platform, Func<string, CancellationToken, Task<string?>> FindRefusalAsync);
