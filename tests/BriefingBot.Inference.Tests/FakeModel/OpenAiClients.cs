using System.ClientModel;
using System.ClientModel.Primitives;
using BriefingBot.TestServers.Models;
using OpenAI;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>The official OpenAI client on a fake model, without retries of its own.</summary>
internal static class OpenAiClients
{
    public static OpenAIClient Create(FakeModel model, string key = "any", int retries = 0) =>
        new(
            new ApiKeyCredential(key),
            new OpenAIClientOptions { Endpoint = model.OpenAiAddress, RetryPolicy = new ClientRetryPolicy(retries) }
        );
}
