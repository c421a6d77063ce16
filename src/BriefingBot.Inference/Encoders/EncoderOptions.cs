namespace BriefingBot.Inference.Encoders;

/// <summary>Section <c>Encoder</c>: who turns texts into vectors; the encoder in this process by default.</summary>
public sealed class EncoderOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Encoder";

    /// <summary>Who makes the vectors. Another one means that everything is embedded anew by the next index run.</summary>
    public EncoderProvider Provider { get; set; }

    /// <summary>How many cores one call of the local encoder may use, 1 or more; null: all.</summary>
    public int? MaxDegreeOfParallelism { get; set; }

    /// <summary>The address that <c>/embeddings</c> is below (<c>http://127.0.0.1:11434/v1</c>); null: OpenAI's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>
    /// The model's name as the server knows it; of the local encoder the folder with <c>model.onnx</c>, <c>vocab.txt</c> or
    /// <c>tokenizer.json</c> and <c>encoder.yaml</c>, null for the encoder that the build makes.
    /// </summary>
    public string? Model { get; set; }

    /// <summary>The key; a secret. Null for servers that want none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the key, instead of <see cref="ApiKey"/>.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>The length of the vectors, 2 to 8192; null: as known of the model.</summary>
    public int? Dimensions { get; set; }

    /// <summary>Asks the server to shorten its vectors to <see cref="Dimensions"/>, which only models that were made for it take.</summary>
    public bool Shorten { get; set; }

    /// <summary>
    /// What is put before a question, such as <c>search_query: </c>; some models want it. Null: none, or what <c>encoder.yaml</c> says.
    /// </summary>
    public string? QuestionPrefix { get; set; }

    /// <summary>What is put before a passage, such as <c>search_document: </c>. Null as above. Another one makes other vectors.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>How many passages go into one request while indexing, 1 to 2048.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>
    /// Seconds that the request for a question may take, 1 to 600; one for a batch of passages may take six times as long.
    /// </summary>
    public double Timeout { get; set; } = 10;
}
