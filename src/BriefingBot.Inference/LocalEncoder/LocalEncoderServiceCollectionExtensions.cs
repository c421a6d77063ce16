using BriefingBot.Core.Retrieval.Encoding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>Registers the local encoder.</summary>
public static class LocalEncoderServiceCollectionExtensions
{
    /// <summary>
    /// Registers the encoder as <see cref="UseLiteEncoder"/>, as the <see cref="IEmbeddingGenerator{TInput,TEmbedding}"/> of text and its
    /// <see cref="EncoderIdentity"/>. The weights are loaded when the encoder is first asked for, once for the process.
    /// </summary>
    /// <param name="services">What to add to.</param>
    /// <param name="configure">Changes the options; null for the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLocalEncoder(this IServiceCollection services, Action<LocalEncoderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<LocalEncoderOptions> options = services.AddOptions<LocalEncoderOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LocalEncoderOptions>, LocalEncoderOptionsValidator>());
        services.TryAddSingleton(static provider => UseLiteEncoder.Load(provider.GetRequiredService<IOptions<LocalEncoderOptions>>().Value));
        return services.AddLocalEncoderSeams();
    }

    /// <summary>Registers an encoder that is already loaded. The container does not dispose it.</summary>
    /// <param name="services">What to add to.</param>
    /// <param name="encoder">The encoder.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLocalEncoder(this IServiceCollection services, UseLiteEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(encoder);
        services.TryAddSingleton(encoder);
        services.TryAddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(encoder);
        return services.AddLocalEncoderSeams();
    }

    private static IServiceCollection AddLocalEncoderSeams(this IServiceCollection services)
    {
        services.TryAddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(static provider => provider.GetRequiredService<UseLiteEncoder>());
        services.TryAddSingleton(UseLiteEncoder.Identity);
        return services;
    }
}
