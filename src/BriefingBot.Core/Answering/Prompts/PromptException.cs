using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>A prompt cannot be used. The message names the file, the line, what is wrong and what is allowed.</summary>
public sealed class PromptException(string message, Exception? inner = null) : OperatorException(message, inner);
