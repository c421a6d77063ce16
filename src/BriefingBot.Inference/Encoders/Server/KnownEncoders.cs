using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Inference.Encoders.Server;

/// <summary>What is known of encoders on servers by their names.</summary>
internal static class KnownEncoders
{
    private static readonly Dictionary<string, int> Dimensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text-embedding-3-small"] = 1536,
        ["text-embedding-3-large"] = 3072,
        ["text-embedding-ada-002"] = 1536,
        ["nomic-embed-text"] = 768,
        ["embeddinggemma"] = 768,
        ["mxbai-embed-large"] = 1024,
        ["bge-m3"] = 1024,
        ["all-minilm"] = 384,
    };

    /// <summary>The length of the vectors: as configured, or as known of the model; null when neither says.</summary>
    public static int? DimensionsOf(EncoderOptions options) =>
        options.Dimensions ?? (Dimensions.TryGetValue((options.Model ?? "").Split(':')[0], out int known) ? known : null);

    /// <summary>
    /// The name by which the store tells vectors apart: all that changes the vectors of passages is in it. The address is not, so that a
    /// server may move.
    /// </summary>
    public static EncoderIdentity IdentityOf(EncoderOptions options)
    {
        string name = $"openai/{options.Model}";
        if (options.PassagePrefix is { Length: > 0 } prefix)
        {
            name += $"+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prefix)))[..8]}";
        }

        return new EncoderIdentity(
            name,
            DimensionsOf(options) ?? throw new ArgumentException("The length of the vectors is not known.", nameof(options))
        );
    }
}
