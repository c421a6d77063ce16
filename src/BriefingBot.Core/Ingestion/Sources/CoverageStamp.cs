using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// What can be told of a whole coverage without opening its files: names, sizes and times of change, what manifests say, the pipeline's
/// rules and the encoder.
/// </summary>
internal static class CoverageStamp
{
    /// <summary>A file that was written so shortly before it was read may be written again without a change of its time.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    /// <summary>
    /// SHA-256 in lower-case hexadecimal; null when a file cannot be looked at, or was changed so lately that its time says little.
    /// </summary>
    /// <param name="files">The files as they are listed.</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="now">The time (UTC).</param>
    public static string? Of(IReadOnlyList<CoverageFile> files, EncoderIdentity encoder, DateTimeOffset now)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Fingerprint fingerprint = new(encoder);
        foreach (var file in files)
        {
            try
            {
                FileInfo info = new(file.FullPath);
                var changed = new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero);
                if (!info.Exists || now - changed < Settled)
                {
                    return null;
                }

                string told = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.FullPath}\0{file.Source}\0{info.Length}\0{changed.UtcTicks}\0{file.Format}\0{file.Manifest.Withheld}"
                );
                hash.AppendData(Encoding.UTF8.GetBytes(fingerprint.Of(file, Encoding.UTF8.GetBytes(told))));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Reading it will report it.
                return null;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
