namespace BriefingBot.TestServers.Models.Records;

/// <summary>The operations of the server.</summary>
public enum ModelRoute
{
    /// <summary>OpenAI's POST /v1/chat/completions, and Azure's way to it.</summary>
    ChatCompletions,

    /// <summary>Anthropic's POST /v1/messages.</summary>
    Messages,

    /// <summary>Ollama's POST /api/chat.</summary>
    OllamaChat,

    /// <summary>OpenAI's POST /v1/embeddings, and Azure's way to it.</summary>
    Embeddings,

    /// <summary>GET /v1/models of both.</summary>
    ModelList,
}
