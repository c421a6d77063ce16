using BriefingBot.Core.Answering.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Models;

/// <summary>Puts the language model into a service collection.</summary>
public static class LanguageModelRegistration
{
    /// <summary>
    /// Registers <see cref="ModelOptions"/>, checked at start and with the key found, and the model's <see cref="IChatClient"/> when a
    /// provider is configured; none otherwise. The client throws <see cref="ModelException"/> for every failure, from its enumerator too,
    /// and <see cref="OperationCanceledException"/> when its caller cancels. It needs a <see cref="TimeProvider"/> and logging in the same
    /// collection.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Model</c>; called more than once.</param>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, Action<ModelOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>());
        services
            .AddOptions<ModelOptions>()
            .Configure(configure)
            .PostConfigure(static options => options.ApiKey = ModelKey.Find(options))
            .ValidateOnStart();

        ModelOptions options = new();
        configure(options);
        if (options.Provider != ModelProvider.None)
        {
            services.AddSingleton(static provider =>
                LanguageModel.Create(
                    provider.GetRequiredService<IOptions<ModelOptions>>().Value,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILoggerFactory>()
                )
            );
        }

        return services;
    }
}
