namespace BriefingBot.TestServers.Models;

/// <summary>How a <see cref="FakeModel"/> behaves.</summary>
public sealed record FakeModelOptions
{
    /// <summary>TCP port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of every delay.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The only key that is accepted; null: every request is, with a key or without.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The names that are known, for chat and for embeddings; others get 404. Empty: any name is.</summary>
    public IReadOnlyList<string> ModelNames { get; init; } = [];

    /// <summary>The longest prompt, in the server's own tokens, that is not refused.</summary>
    public int ContextWindow { get; init; } = 128_000;

    /// <summary>What a model on Ollama reads where a request does not say (<c>num_ctx</c>); its own default.</summary>
    public int OllamaContext { get; init; } = 4096;

    /// <summary>Numbers in a vector when the request does not say; also the most it may ask for.</summary>
    public int EmbeddingDimensions { get; init; } = 256;

    /// <summary>Refuses fields that the protocols do not know, as the originals do; many compatible servers pass over them.</summary>
    public bool Strict { get; init; } = true;
}
