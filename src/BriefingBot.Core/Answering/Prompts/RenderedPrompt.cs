namespace BriefingBot.Core.Answering.Prompts;

/// <summary>A prompt that is filled in: what a model is sent.</summary>
/// <param name="Tag">The prompt's name and version: <c>answer@1</c>.</param>
/// <param name="Temperature">0 to 2.</param>
/// <param name="System">The instructions.</param>
/// <param name="User">The fenced material.</param>
public sealed record RenderedPrompt(string Tag, float Temperature, string System, string User);
