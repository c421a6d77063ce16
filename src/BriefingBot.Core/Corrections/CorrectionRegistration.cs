using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Corrections;

/// <summary>Puts corrections into a service collection that has chats.</summary>
public static class CorrectionRegistration
{
    /// <summary>
    /// Registers <see cref="CorrectionRun"/> and <see cref="CitedSources"/>; the host binds <see cref="CorrectionsOptions"/> and does the
    /// run when the coverage changed.
    /// </summary>
    public static IServiceCollection AddCorrections(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CorrectionsOptions>, CorrectionsOptionsValidator>());
        services.AddOptions<CorrectionsOptions>().ValidateOnStart();
        services.AddSingleton<CorrectionLayout>();
        services.AddSingleton<CorrectionNotices>();
        services.AddSingleton<CorrectionRun>();
        services.AddSingleton<CitedSources>();
        return services;
    }
}
