using BriefingBot.Core.Answering.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>Reads all prompts before anything starts, so that a wrong one is said at once and not with the first question.</summary>
internal sealed class PromptsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        try
        {
            _ = new PromptLibrary(PromptLibrary.FolderOf(options), NullLogger<PromptLibrary>.Instance);
            return ValidateOptionsResult.Success;
        }
        catch (PromptException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
