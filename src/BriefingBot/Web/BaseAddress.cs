using BriefingBot.Core.Chat;

namespace BriefingBot.Web;

/// <summary>Where this server is reached from elsewhere.</summary>
internal static class BaseAddress
{
    /// <summary>The address that is configured for others, else the one of the request; without a slash at its end.</summary>
    public static string Of(HttpRequest request, ChatOptions options) =>
        options.PublicBaseUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
