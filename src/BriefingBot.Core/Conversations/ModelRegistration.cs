using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Briefings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Conversations;

/// <summary>Puts what is made with a language model into a service collection.</summary>
public static class ModelRegistration
{
    /// <summary>
    /// Registers everything that asks the model, where an <c>IChatClient</c> was added before; without one nothing: answers go their own
    /// way. The host adds the store with its <see cref="IModelUsageLog"/>, and binds <see cref="ModelOptions"/>.
    /// </summary>
    public static IServiceCollection AddModelAnswers(this IServiceCollection services)
    {
        if (!services.Any(static service => service.ServiceType == typeof(IChatClient)))
        {
            return services;
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelOptions>, PromptsValidator>());
        services.AddSingleton(static provider => new PromptLibrary(
            PromptLibrary.FolderOf(provider.GetRequiredService<IOptions<ModelOptions>>().Value),
            provider.GetRequiredService<ILogger<PromptLibrary>>()
        ));
        services.AddSingleton<ModelStream>();
        services.AddSingleton<ModelLimits>();
        services.AddSingleton<DraftCache>();
        services.AddSingleton<ModelAnswerer>();
        services.AddSingleton<StandaloneQuestionWriter>();
        services.AddSingleton<ModelSummarizer>();
        return services;
    }
}
