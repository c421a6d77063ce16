using System.Globalization;
using BriefingBot.Inference.Encoders.Server;
using BriefingBot.Inference.Onnx;
using BriefingBot.Inference.Providers;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Encoders;

/// <summary>Checks <see cref="EncoderOptions"/> before anything starts. No message holds the key.</summary>
public sealed class EncoderOptionsValidator : IValidateOptions<EncoderOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EncoderOptions options)
    {
        List<string> failures = [];
        if (!Enum.IsDefined(options.Provider))
        {
            failures.Add($"Encoder:Provider is '{options.Provider}'; choose Local, or OpenAI for a server with /v1/embeddings.");
        }

        Check(nameof(options.BatchSize), options.BatchSize, 1, 2048);
        Check(nameof(options.Timeout), options.Timeout, 1, 600);
        if (options.Dimensions is { } dimensions)
        {
            Check(nameof(options.Dimensions), dimensions, 2, 8192);
        }

        if (options.MaxDegreeOfParallelism is { } degree)
        {
            Check(nameof(options.MaxDegreeOfParallelism), degree, 1, 1024);
        }

        if (options.Provider == EncoderProvider.OpenAI)
        {
            CheckProvider(options, failures);
        }
        else if (options.Provider == EncoderProvider.Local && RuntimePlatform.Refusal is { } refusal)
        {
            failures.Add(refusal);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(string key, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                failures.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{EncoderOptions.Section}:{key} is {value}; choose {least} to {most}.")
                );
            }
        }
    }

    private static void CheckProvider(EncoderOptions options, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            failures.Add(
                "Encoder:Model is empty; name the model as its server knows it, on Azure the deployment, or set Encoder:Provider to Local."
            );
        }
        else if (KnownEncoders.DimensionsOf(options) is null)
        {
            failures.Add(
                $"Encoder:Dimensions is not set, and the length of the vectors of '{options.Model}' is not known; its description has it."
            );
        }

        if (options is { Shorten: true, Dimensions: null })
        {
            failures.Add("Encoder:Shorten is on, but Encoder:Dimensions does not say to what length; set it.");
        }

        var address = ProviderAddressRules.Check("Encoder:BaseUrl", options.BaseUrl).ToList();
        failures.AddRange(address);
        if (address.Count == 0)
        {
            if (EncoderKey.Address(options).Endpoint.AbsolutePath.EndsWith("/embeddings", StringComparison.OrdinalIgnoreCase))
            {
                failures.Add($"Encoder:BaseUrl is '{options.BaseUrl}'; leave out the /embeddings at its end.");
            }

            CheckKey(options, failures);
        }
    }

    private static void CheckKey(EncoderOptions options, List<string> failures)
    {
        string? key = EncoderKey.Find(options);
        var address = EncoderKey.Address(options);
        if (key is null && (address.IsOpenAi || address.IsAzure))
        {
            failures.Add(
                $"Encoder:Provider is OpenAI at {address.Name}, which requires a key, and there is none; set "
                    + $"{EncoderKey.NamedVariable(options)}, Encoder:ApiKeyFile or Encoder:ApiKey."
            );
        }

        failures.AddRange(ProviderKey.Check(EncoderOptions.Section, options.ApiKey, options.ApiKeyFile, key));
    }
}
