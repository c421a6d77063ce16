using BriefingBot.Core.Answering.Prompts;

namespace BriefingBot.Core.Answering.Models;

/// <summary>One request to the model.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Prompt">What it is sent.</param>
/// <param name="MaxOutputTokens">The most that it may write.</param>
/// <param name="Limit">How long it may take.</param>
/// <param name="Asker">For whom; null when nobody in particular.</param>
public sealed record ModelCall(ModelPurpose Purpose, RenderedPrompt Prompt, int MaxOutputTokens, TimeSpan Limit, string? Asker);
