using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>Signs requests as Slack does (version v0): HMAC-SHA256 over version, time and raw body.</summary>
public static class RequestSigner
{
    /// <summary>The value of X-Slack-Signature.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <param name="timestamp">Unix seconds, as in X-Slack-Request-Timestamp.</param>
    /// <param name="body">The raw body.</param>
    public static string Sign(string secret, string timestamp, string body)
    {
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return "v0=" + Convert.ToHexStringLower(hash);
    }
}
