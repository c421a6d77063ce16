namespace BriefingBot.Core.Answering.Models;

/// <summary>Whose protocol the language model speaks.</summary>
public enum ModelProvider
{
    /// <summary>No model: every answer is extractive.</summary>
    None = 0,

    /// <summary>OpenAI's chat completions: OpenAI, Azure OpenAI, vLLM, LM Studio, llama.cpp server; Ollama speaks it too.</summary>
    OpenAI = 1,

    /// <summary>Anthropic's messages.</summary>
    Anthropic = 2,

    /// <summary>Ollama's own chat, which lets the bot say how much the model must be able to read.</summary>
    Ollama = 3,
}
