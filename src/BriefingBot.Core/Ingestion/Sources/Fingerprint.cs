using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// Hashes everything that makes an article: its bytes, the file's name (which may date it), what manifests say of it, this pipeline's rules
/// and the encoder.
/// </summary>
internal sealed class Fingerprint(EncoderIdentity encoder)
{
    /// <summary>
    /// The version of the rules. Raise it with every change of what parsing, cleaning, dating or splitting make of a text.
    /// </summary>
    public const int RulesVersion = 2;

    private readonly byte[] _rules = Encoding.UTF8.GetBytes($"rules {RulesVersion}\0{encoder.Name}\0{encoder.Dimensions}\0");

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Of(CoverageFile file, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_rules);
        var manifest = file.Manifest;
        foreach (
            string? part in (ReadOnlySpan<string?>)
                [
                    file.HoldsMany ? null : file.Source,
                    manifest.Title,
                    manifest.Outlet,
                    manifest.Byline,
                    manifest.Published,
                    manifest.Updated,
                    manifest.Url,
                    manifest.Collection,
                    file.Outlets.Signature,
                ]
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part is null ? "\u0001\0" : part + "\0"));
        }

        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
