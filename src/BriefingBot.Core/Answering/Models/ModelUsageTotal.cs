namespace BriefingBot.Core.Answering.Models;

/// <summary>What was used up in a day.</summary>
/// <param name="Answers">Answers that the model wrote, those from the cache left out.</param>
/// <param name="Tokens">Tokens read and written, for any purpose.</param>
public readonly record struct ModelUsageTotal(int Answers, long Tokens);
