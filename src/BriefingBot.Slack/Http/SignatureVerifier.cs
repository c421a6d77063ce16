using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Slack.Http;

/// <summary>Checks that a request is Slack's and was just sent: version v0, an HMAC over version, time and raw body. Thread-safe.</summary>
internal sealed class SignatureVerifier(string secret, TimeProvider clock)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the clocks may be apart, in either direction.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int MaxTimestamp = 12;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>What is wrong with the request; null when nothing is.</summary>
    /// <param name="timestamp">The header of the time, in Unix seconds.</param>
    /// <param name="signature">The header of the signature.</param>
    /// <param name="body">The body, as it came.</param>
    public string? FindFault(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return "it is not signed";
        }

        if (timestamp.Length > MaxTimestamp || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return "its time cannot be read";
        }

        byte[] expected = Encoding.ASCII.GetBytes(Sign(timestamp, body));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)))
        {
            return "its signature does not match; if it is Slack's, Slack:SigningSecret is not that of the app";
        }

        long apart = clock.GetUtcNow().ToUnixTimeSeconds() - seconds;
        return Math.Abs(apart) > Tolerance.TotalSeconds
            ? $"its time is {Math.Abs(apart)} s {(apart > 0 ? "past" : "ahead")}; if it is Slack's, set the clock of this machine"
            : null;
    }

    private string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
