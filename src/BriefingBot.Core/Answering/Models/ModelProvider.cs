namespace BriefingBot.Core.Answering.Models;

/// <summary>Whose protocol the language model speaks.</summary>
public enum ModelProvider
{
    /// <summary>No model: every answer is extractive.</summary>
    None = 0,

    /// <summary>OpenAI's chat completions: OpenAI, Azure OpenAI, Ollama, vLLM, LM Studio, llama.cpp server.</summary>
    OpenAI = 1,

    /// <summary>Anthropic's messages.</summary>
    Anthropic = 2,
}
