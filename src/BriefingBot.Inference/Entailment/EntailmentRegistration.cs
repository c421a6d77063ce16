using BriefingBot.Core.Answering.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Entailment;

/// <summary>Puts the configured model of entailment into a service collection.</summary>
public static class EntailmentRegistration
{
    /// <summary>
    /// Registers <see cref="EntailmentOptions"/>, checked at start, and, when a model is named, it as <see cref="IEntailmentJudge"/>.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Entailment</c>; called more than once.</param>
    public static IServiceCollection AddEntailment(this IServiceCollection services, Action<EntailmentOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EntailmentOptions>, EntailmentOptionsValidator>());
        services.AddOptions<EntailmentOptions>().Configure(configure).ValidateOnStart();

        EntailmentOptions options = new();
        configure(options);
        if (!string.IsNullOrWhiteSpace(options.Model))
        {
            services.AddSingleton<IEntailmentJudge>(static provider =>
            {
                var checkedOptions = provider.GetRequiredService<IOptions<EntailmentOptions>>().Value;
                return OnnxEntailmentJudge.Load(checkedOptions.Model!, checkedOptions.Least);
            });
        }

        return services;
    }
}
