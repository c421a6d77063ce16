using System.Globalization;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Models;

/// <summary>Checks <see cref="ModelOptions"/> before anything starts. No message holds the key.</summary>
public sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    private const int LongestCache = 525_600;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        List<string> failures = [];
        if (!Enum.IsDefined(options.Provider))
        {
            failures.Add(
                $"Model:Provider is '{options.Provider}'; choose None, OpenAI (also for servers that speak its protocol), "
                    + "Anthropic or Ollama."
            );
        }

        CheckRanges(options, failures);
        if (options.Provider != ModelProvider.None)
        {
            CheckProvider(options, failures);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckProvider(ModelOptions options, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            failures.Add(
                "Model:Model is empty; name the model as its provider knows it, on Azure the deployment, or set Model:Provider to None."
            );
        }

        var address = ProviderAddressRules.Check("Model:BaseUrl", options.BaseUrl).ToList();
        failures.AddRange(address);
        if (address.Count == 0)
        {
            CheckPath(options, failures);
            CheckKey(options, failures);
        }
    }

    private static void CheckPath(ModelOptions options, List<string> failures)
    {
        string path = ModelKey.Address(options).Endpoint.AbsolutePath;
        if (options.Provider == ModelProvider.Anthropic && path.EndsWith("/v1", StringComparison.Ordinal))
        {
            failures.Add($"Model:BaseUrl is '{options.BaseUrl}'; Anthropic's paths already include /v1: leave it out.");
        }

        if (options.Provider == ModelProvider.OpenAI && path.EndsWith("/chat/completions", StringComparison.OrdinalIgnoreCase))
        {
            failures.Add($"Model:BaseUrl is '{options.BaseUrl}'; leave out the /chat/completions at its end.");
        }

        if (
            options.Provider == ModelProvider.Ollama
            && (path.EndsWith("/v1", StringComparison.Ordinal) || path.EndsWith("/api", StringComparison.Ordinal))
        )
        {
            failures.Add($"Model:BaseUrl is '{options.BaseUrl}'; Ollama's own paths begin at its root: leave out what is behind the port.");
        }
    }

    private static void CheckKey(ModelOptions options, List<string> failures)
    {
        string? key = ModelKey.Find(options);
        var address = ModelKey.Address(options);
        if (key is null && (options.Provider == ModelProvider.Anthropic || address.IsOpenAi || address.IsAzure))
        {
            failures.Add(
                $"Model:Provider is {options.Provider} at {address.Name}, which requires a key, and there is none; set "
                    + $"{ModelKey.NamedVariable(options)}, Model:ApiKeyFile or Model:ApiKey."
            );
        }

        failures.AddRange(ProviderKey.Check(ModelOptions.Section, options.ApiKey, options.ApiKeyFile, key));
    }

    private static void CheckRanges(ModelOptions options, List<string> failures)
    {
        Check(nameof(options.Timeout), options.Timeout, 1, 600);
        Check(nameof(options.MaxOutputTokens), options.MaxOutputTokens, 50, 16_000);
        Check(nameof(options.ContextTokens), options.ContextTokens, 200, 200_000);
        Check(nameof(options.MinVerifiedShare), options.MinVerifiedShare, 0, 1);
        Check(nameof(options.CacheMinutes), options.CacheMinutes, 0, LongestCache);
        Check(nameof(options.AnswersPerUserPerDay), options.AnswersPerUserPerDay, 0, int.MaxValue);
        Check(nameof(options.AnswersPerDay), options.AnswersPerDay, 0, int.MaxValue);
        Check(nameof(options.TokensPerDay), options.TokensPerDay, 0, long.MaxValue);
        failures.AddRange(
            options
                .Prices.Where(static price => price.Value.Input < 0 || price.Value.Output < 0)
                .Select(static price => $"Model:Prices:{price.Key} is below zero; give what a million tokens cost, 0 for nothing.")
        );
        if (options.Currency is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper))
        {
            failures.Add($"Model:Currency is '{options.Currency}'; give three capital letters such as USD or EUR.");
        }

        void Check(string key, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                string choice =
                    most >= int.MaxValue ? $"{least} or more" : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{ModelOptions.Section}:{key} is {value}; choose {choice}."));
            }
        }
    }
}
