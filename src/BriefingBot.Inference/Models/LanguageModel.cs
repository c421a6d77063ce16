using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Inference.Anthropic;
using BriefingBot.Inference.Ollama;
using BriefingBot.Inference.OpenAiCompatible;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Models;

/// <summary>Puts the client of the configured model together, from the outside in: circuit, telemetry, rules, provider.</summary>
internal static partial class LanguageModel
{
    /// <summary>More than the longest prompt and question take; tokens of passages are only estimated.</summary>
    private const int PromptTokens = 2000;

    private const int ContextStep = 4096;

    /// <summary>
    /// Makes the client. It fails with <see cref="ModelException"/> only, or with cancellation by its caller. The caller disposes it.
    /// </summary>
    /// <param name="options">Checked options with the key in them.</param>
    /// <param name="clock">The clock of pauses and rests.</param>
    /// <param name="loggers">Told when the provider is left alone.</param>
    public static IChatClient Create(ModelOptions options, TimeProvider clock, ILoggerFactory loggers)
    {
        var address = ModelKey.Address(options);
        var logger = loggers.CreateLogger(typeof(LanguageModel));
        if (address.IsOpenToReaders)
        {
            LogOpenToReaders(logger, address.Name);
        }

        var timeout = TimeSpan.FromSeconds(options.Timeout);
        ModelQuirks quirks = new(
            usesMaxTokens: !address.IsOpenAi && !address.IsAzure,
            omitsTemperature: options.Provider == ModelProvider.Anthropic
        );
        ProviderFailures failures = new(
            $"The language model at {address.Name}",
            ModelOptions.Section,
            options.Model!,
            options.ApiKey,
            ModelKey.NamedVariable(options),
            timeout
        );
        IChatClient provider = options.Provider switch
        {
            ModelProvider.OpenAI => OpenAiChat.Create(address, options.Model!, options.ApiKey, quirks, clock),
            ModelProvider.Anthropic => AnthropicChat.Create(address, options.Model!, options.ApiKey, options.MaxOutputTokens, clock),
            ModelProvider.Ollama => OllamaChat.Create(address, options.Model!, options.ApiKey, ContextOf(options), clock),
            _ => throw new ArgumentException("No model is configured.", nameof(options)),
        };
        ProviderCircuit circuit = new(clock);
        return provider
            .AsBuilder()
            .Use(inner => new CircuitChatClient(inner, circuit, timeout, clock, logger))
            .Use(inner => new TracedChatClient(inner, quirks, options.MaxOutputTokens, clock))
            .Use(inner => new CheckedChatClient(inner, options, failures, quirks, clock))
            .Build();
    }

    /// <summary>
    /// Passages, prompt, question and answer. In whole steps, and the same for every call: Ollama loads a model anew for each length.
    /// </summary>
    private static int ContextOf(ModelOptions options)
    {
        int tokens = options.ContextTokens + PromptTokens + options.MaxOutputTokens;
        return (tokens + ContextStep - 1) / ContextStep * ContextStep;
    }

    [LoggerMessage(
        EventIds.Inference + 2,
        LogLevel.Warning,
        "Model:BaseUrl leads to {Address} without TLS: the key, questions and articles can be read on their way. Use https://"
    )]
    private static partial void LogOpenToReaders(ILogger logger, string address);
}
