using System.ClientModel;
using System.ClientModel.Primitives;
using BriefingBot.Inference.Providers;
using OpenAI;

namespace BriefingBot.Inference.OpenAiCompatible;

/// <summary>How the official client is set up for any server that speaks its protocol.</summary>
internal static class OpenAiCredentials
{
    /// <summary>What puts the key into requests: as bearer, for deployments of Azure in <c>api-key</c>, or not at all.</summary>
    public static AuthenticationPolicy For(ProviderAddress address, string? key) =>
        key switch
        {
            null => new NoAuthentication(),
            _ when address.IsAzureDeployment => ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key"),
            _ => ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key)),
        };

    /// <summary>The client's options: no retries, no logging, our HTTP client and no time limit: callers have their own.</summary>
    public static OpenAIClientOptions Options(ProviderAddress address, HttpClient http) =>
        new()
        {
            Endpoint = address.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            EnableDistributedTracing = false,
        };
}
