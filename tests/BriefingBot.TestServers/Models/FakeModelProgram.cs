namespace BriefingBot.TestServers.Models;

/// <summary>The server on its own, for a bot to be tried by hand.</summary>
internal static class FakeModelProgram
{
    public static async Task RunAsync(int port)
    {
        await using FakeModel model = await FakeModel.StartAsync(new FakeModelOptions { Port = port });
        Console.WriteLine(
            $"Fake model listens. OpenAI: {model.OpenAiAddress}  Anthropic and Ollama: {model.BaseAddress}  any key, any model name"
        );
        Console.WriteLine($"Script: curl {model.BaseAddress}_fake/script --json '{{\"name\":\"hallucinating\",\"rate\":0.5}}'");
        Console.WriteLine($"Fault:  curl {model.BaseAddress}_fake/fault --json '{{\"kind\":\"CutStream\",\"after\":20}}'");
        Console.WriteLine($"Read:   curl {model.BaseAddress}_fake/exchanges");
        await model.WaitForShutdownAsync(CancellationToken.None);
    }
}
