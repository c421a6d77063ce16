namespace BriefingBot.Core.Diagnostics;

/// <summary>
/// The attributes of calls to models and encoders, by OpenTelemetry's semantic conventions for generative AI (status: development). Texts
/// of prompts and answers are recorded nowhere.
/// </summary>
public static class GenAi
{
    /// <summary>What is done: <see cref="Chat"/> or <see cref="Embeddings"/>; also the first word of the span's name.</summary>
    public const string OperationName = "gen_ai.operation.name";

    /// <summary>Text is written.</summary>
    public const string Chat = "chat";

    /// <summary>Texts become vectors.</summary>
    public const string Embeddings = "embeddings";

    /// <summary>Whose protocol: <c>openai</c>, <c>azure.ai.openai</c>, <c>anthropic</c>.</summary>
    public const string ProviderName = "gen_ai.provider.name";

    /// <summary>The model as configured.</summary>
    public const string RequestModel = "gen_ai.request.model";

    /// <summary>The most tokens that may be written.</summary>
    public const string RequestMaxTokens = "gen_ai.request.max_tokens";

    /// <summary>The temperature; missing when none was sent.</summary>
    public const string RequestTemperature = "gen_ai.request.temperature";

    /// <summary>True when the answer came in pieces.</summary>
    public const string RequestStream = "gen_ai.request.stream";

    /// <summary>The model that answered, as it calls itself.</summary>
    public const string ResponseModel = "gen_ai.response.model";

    /// <summary>The provider's id of the answer.</summary>
    public const string ResponseId = "gen_ai.response.id";

    /// <summary>Why the answer ended, a list.</summary>
    public const string ResponseFinishReasons = "gen_ai.response.finish_reasons";

    /// <summary>Seconds to the first piece of a streamed answer.</summary>
    public const string ResponseTimeToFirstChunk = "gen_ai.response.time_to_first_chunk";

    /// <summary>Tokens read.</summary>
    public const string UsageInputTokens = "gen_ai.usage.input_tokens";

    /// <summary>Tokens written.</summary>
    public const string UsageOutputTokens = "gen_ai.usage.output_tokens";

    /// <summary>Which tokens a measurement counts: <see cref="InputTokens"/> or <see cref="OutputTokens"/>.</summary>
    public const string TokenType = "gen_ai.token.type";

    /// <summary>Tokens read.</summary>
    public const string InputTokens = "input";

    /// <summary>Tokens written.</summary>
    public const string OutputTokens = "output";

    /// <summary>Numbers in a vector.</summary>
    public const string EmbeddingsDimensionCount = "gen_ai.embeddings.dimension.count";

    /// <summary>The provider's host.</summary>
    public const string ServerAddress = "server.address";

    /// <summary>The provider's port.</summary>
    public const string ServerPort = "server.port";

    /// <summary>How a call failed: an HTTP status, or a word.</summary>
    public const string ErrorType = "error.type";
}
