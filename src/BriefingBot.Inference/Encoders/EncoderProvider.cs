namespace BriefingBot.Inference.Encoders;

/// <summary>Who makes vectors.</summary>
public enum EncoderProvider
{
    /// <summary>The encoder in this process.</summary>
    Local = 0,

    /// <summary>A server with OpenAI's <c>/v1/embeddings</c>: OpenAI, Azure OpenAI, Ollama, vLLM, LM Studio, llama.cpp server.</summary>
    OpenAI = 1,
}
