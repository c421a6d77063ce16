using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Briefings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Conversations;

/// <summary>Puts what is made with a language model into a service collection.</summary>
public static class ModelRegistration
{
    /// <summary>
    /// Registers everything that asks the model. To be called when one is configured only: what answers without a model finds none of this
    /// and goes its own way. The host adds the <c>IChatClient</c>, the store with its <see cref="IModelUsageLog"/>, and binds
    /// <see cref="ModelOptions"/>.
    /// </summary>
    public static IServiceCollection AddModelAnswers(this IServiceCollection services)
    {
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
