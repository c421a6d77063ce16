using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Rerankers;

/// <summary>Puts the configured reranker into a service collection.</summary>
public static class RerankerRegistration
{
    /// <summary>
    /// Registers <see cref="RerankerOptions"/>, checked at start, and, when a model is named, it as <see cref="IReranker"/> and
    /// <see cref="EvidenceReranker"/>. Needs a <see cref="TimeProvider"/> in the same collection.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Reranker</c>; called more than once.</param>
    public static IServiceCollection AddReranker(this IServiceCollection services, Action<RerankerOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RerankerOptions>, RerankerOptionsValidator>());
        services.AddOptions<RerankerOptions>().Configure(configure).ValidateOnStart();

        RerankerOptions options = new();
        configure(options);
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            return services;
        }

        services.AddSingleton<IReranker>(static provider =>
        {
            var checkedOptions = provider.GetRequiredService<IOptions<RerankerOptions>>().Value;
            return OnnxReranker.Load(
                checkedOptions.Model!,
                checkedOptions.MaxDegreeOfParallelism ?? Environment.ProcessorCount,
                provider.GetRequiredService<TimeProvider>()
            );
        });
        services.AddSingleton(static provider => new RerankingBudget(
            TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<RerankerOptions>>().Value.Budget)
        ));
        services.AddSingleton<EvidenceReranker>();
        return services;
    }
}
