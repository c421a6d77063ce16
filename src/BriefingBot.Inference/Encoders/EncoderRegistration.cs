using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders.Local;
using BriefingBot.Inference.Encoders.Server;
using BriefingBot.Inference.Onnx;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Encoders;

/// <summary>Puts the configured encoder into a service collection.</summary>
public static class EncoderRegistration
{
    /// <summary>
    /// Registers <see cref="EncoderOptions"/>, checked at start and with the key found, the encoder as
    /// <see cref="IEmbeddingGenerator{TInput,TEmbedding}"/> of text, and its <see cref="EncoderIdentity"/>. The encoder in this process is
    /// loaded when it is first asked for. One on a server needs a <see cref="TimeProvider"/> and logging in the same collection.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Encoder</c>; called more than once.</param>
    public static IServiceCollection AddEncoder(this IServiceCollection services, Action<EncoderOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EncoderOptions>, EncoderOptionsValidator>());
        services.AddOptions<EncoderOptions>().Configure(configure).PostConfigure(FindKey).ValidateOnStart();

        services.AddSingleton(new ReferenceEncoder(LoadReference));
        EncoderOptions options = new();
        configure(options);
        if (options.Provider == EncoderProvider.Local)
        {
            services.AddSingleton(static provider => EncoderFolder.Of(provider.GetRequiredService<IOptions<EncoderOptions>>().Value));
            services.AddSingleton(static provider => provider.GetRequiredService<EncoderFolder>().Identity);
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(static provider =>
                OnnxEncoder.Load(
                    provider.GetRequiredService<EncoderFolder>(),
                    provider.GetRequiredService<IOptions<EncoderOptions>>().Value.MaxDegreeOfParallelism ?? Environment.ProcessorCount
                )
            );
            return services;
        }

        services.AddSingleton(static provider => KnownEncoders.IdentityOf(provider.GetRequiredService<IOptions<EncoderOptions>>().Value));
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(static provider =>
            ActivatorUtilities.CreateInstance<ServerEncoder>(provider, provider.GetRequiredService<IOptions<EncoderOptions>>().Value)
        );
        return services;
    }

    private static IEmbeddingGenerator<string, Embedding<float>>? LoadReference()
    {
        try
        {
            return ShippedEncoder.Load();
        }
        catch (LocalModelException)
        {
            // Where it does not run nothing can be compared with it, and what was measured for it counts as it is.
            return null;
        }
    }

    private static void FindKey(EncoderOptions options)
    {
        if (options.Provider == EncoderProvider.OpenAI)
        {
            options.ApiKey = EncoderKey.Find(options);
        }
    }
}
